import type { Crypto } from '@why401/core';
import { keysOf, readEvidence } from '@why401/core/evidence';
import { readKeys } from '@why401/core/keys';
import { MAX_PUBLISHED_KEYS } from '@why401/core/limits';
import { type IssuerJudgement, type KeySetThen, type Rotation, rotationOf } from '@why401/core/verdict';
import { fail } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';
import type { Documents } from './documents.ts';
import type { IssuerOptions } from './options.ts';

/** What was rotated since `--before`; undefined where that is not asked. @throws Failure `no-key-set`, `bad-lifetime` */
export async function readRotation(
  session: Session,
  { before, tokenLifetime }: IssuerOptions,
  { shown }: Documents,
  judgement: IssuerJudgement,
  crypto: Crypto,
): Promise<Rotation | undefined> {
  if (before === undefined) return undefined;
  if (judgement.keys === undefined)
    return fail('no-key-set', '--before is compared with a key set, and none was given.', 'Give --jwks or --evidence.');
  const { bytes, name } = await readNamedFile(session, before, { what: 'a key set or evidence' });
  const now: KeySetThen = { reading: judgement.keys, at: shown && keysOf(shown.evidence)?.fetched.endedAt };
  return rotationOf(earlier(bytes, name, crypto), now, crypto, readLifetime(tokenLifetime));
}

function earlier(bytes: Uint8Array, file: string, crypto: Crypto): KeySetThen {
  const saved = readEvidence(bytes);
  if (!saved.ok)
    return { reading: readKeys(bytes, crypto, { file, expect: 'public', most: MAX_PUBLISHED_KEYS }), at: undefined };
  const fetched = keysOf(saved.value)?.fetched;
  if (fetched?.document === undefined) return fail('no-key-set', `${file} holds no key set.`);
  return {
    reading: readKeys(fetched.document.bytes, crypto, { file, expect: 'public', most: MAX_PUBLISHED_KEYS }),
    at: fetched.endedAt,
  };
}

/** Seconds. @throws Failure `bad-lifetime` */
export function readLifetime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text))
    fail(
      'bad-lifetime',
      `--token-lifetime is not a number of seconds: ${JSON.stringify(text)}.`,
      'exp minus iat of a token: 3600',
    );
  return Number(text);
}
