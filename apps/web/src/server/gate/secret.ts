import { createHash, timingSafeEqual } from 'node:crypto';
import type { Check } from './visit.ts';

/** Name of the header in which the page sends the launch secret. */
export const SECRET_HEADER = 'x-why401-secret';

/** Hashed first, so that values of another length are compared in the same time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Everything but the page and its files needs the secret that only the person who started the server was given. */
export const secret: Check = (visit, own) => {
  if (visit.open) return undefined;
  const sent = visit.all(SECRET_HEADER);
  const right = timingSafeEqual(digest(sent[0] ?? ''), digest(own.secret));
  return right && sent.length === 1 ? undefined : { status: 401, code: 'secret-wrong' };
};
