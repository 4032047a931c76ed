import { keysOf } from '@why401/core/evidence';
import { decodeBytes } from '@why401/core/input';
import { readKeys } from '@why401/core/keys';
import { type KeySetView, keySetView } from '@why401/core/timeline';
import { createCrypto } from '@why401/node/crypto';
import { Failure, fail } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';

/** The key set of `--evidence`. @throws Failure of what is no evidence, `no-key-set` */
export async function readSavedKeySet(session: Session, name: string): Promise<KeySetView> {
  const { loadEvidence } = await import('../live/evidence.ts');
  const answer = keysOf(await loadEvidence(session, name))?.fetched;
  if (answer?.document === undefined || answer.problem !== undefined)
    return fail('no-key-set', `${name} holds no key set.`, 'Save it again: why401 issuer URL --save FILE');
  return viewOf(answer.url, answer.document.bytes);
}

/** The key set of `--jwks`. @throws Failure where the file holds no keys at all */
export async function readKeySet(session: Session, name: string): Promise<KeySetView> {
  const source = await readNamedFile(session, name, { what: 'a key set' });
  return viewOf(source.name, source.bytes);
}

function viewOf(name: string, bytes: Uint8Array): KeySetView {
  const text = decodeBytes(bytes);
  const reading = readKeys(text, createCrypto(), { file: name, expect: 'public' });
  if (reading.form === 'unreadable') throw new Failure(...reading.problems);
  return keySetView(name, reading, text);
}
