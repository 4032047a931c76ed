import { createHash } from 'node:crypto';

/** `sha256:` and 12 hex digits: what a failing test may print of a token, a signature or a secret. */
export const fingerprint = (text: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
