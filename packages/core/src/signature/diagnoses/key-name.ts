import type { Key } from '../../keys/index.ts';

/** What data tells of a key: enough to find it, nothing of its material. */
export interface KeyName {
  readonly index: number;
  readonly kid: string | undefined;
  /** `keys[2]`, or empty for the only one. */
  readonly path: string;
}

export const nameKey = (key: Key): KeyName => ({ index: key.index, kid: key.kid, path: key.source.path });

/** `the key “rsa-1” (keys[2])`, `the key` */
export function keyText(name: KeyName): string {
  const kid = name.kid === undefined ? '' : ` “${name.kid}”`;
  return `the key${kid}${name.path === '' ? '' : ` (${name.path})`}`;
}
