import { decodeBytes } from '@why401/core/input';
import { readKeys } from '@why401/core/keys';
import { type KeySetView, keySetView } from '@why401/core/timeline';
import { createCrypto } from '@why401/node/crypto';
import { Failure } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';

/** The key set of `--jwks`. @throws Failure where the file holds no keys at all */
export async function readKeySet(session: Session, name: string): Promise<KeySetView> {
  const source = await readNamedFile(session, name, { what: 'a key set' });
  const text = decodeBytes(source.bytes);
  const reading = readKeys(text, createCrypto(), { file: source.name, expect: 'public' });
  if (reading.form === 'unreadable') throw new Failure(...reading.problems);
  return keySetView(source.name, reading, text);
}
