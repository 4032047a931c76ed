import type { Refusal } from '../model.ts';

/** Kong's own text, less a value that opens doors: the key of key-auth, which it repeats when it is there twice. */
export const maskedMessage = ({ message }: Pick<Refusal, 'message'>): string =>
  message.replace(
    /^(uniqueness violation: 'keyauth_credentials' entity with key set to ').*(' already declared)$/s,
    '$1<secret>$2',
  );
