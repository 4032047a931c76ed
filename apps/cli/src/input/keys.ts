import type { Crypto } from '@why401/core';
import { joinReadings, type KeyReading, readKeys } from '@why401/core/keys';
import type { Session } from '../session.ts';
import { readEnvironment, readNamedFile } from './sources.ts';

export interface KeyOptions {
  readonly key: readonly string[];
  readonly secretEnv?: string;
  readonly secretFile?: string;
}

/** Every key that was given, as one list. @throws what reading a file or a variable throws */
export async function readKeyOptions(session: Session, options: KeyOptions, crypto: Crypto): Promise<KeyReading> {
  const readings: KeyReading[] = [];
  for (const name of options.key) {
    const { name: file, bytes } = await readNamedFile(session, name, { what: 'a key' });
    readings.push(readKeys(bytes, crypto, { file }));
  }
  if (options.secretFile !== undefined) {
    const { name: file, bytes } = await readNamedFile(session, options.secretFile, { what: 'a secret' });
    readings.push(readKeys(bytes, crypto, { file, expect: 'secret' }));
  }
  if (options.secretEnv !== undefined) {
    const { name: file, bytes } = readEnvironment(session, options.secretEnv);
    readings.push(readKeys(bytes, crypto, { file, expect: 'secret' }));
  }
  return joinReadings(readings);
}
