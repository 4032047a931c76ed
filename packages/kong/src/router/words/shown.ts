import { HIDDEN } from '@why401/core/redact';
import { showUnknown } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import type { Miss } from '../report/index.ts';

/** A text of the configuration; what the file does not hold stands in angle brackets. */
export const textOf = (bytes: string): string => showUnknown(fromBytes(bytes), (name) => `<${name}>`);

/** Header names whose values are credentials, or may be. */
const SECRET = /auth|cookie|token|key|secret|credential/i;

/** What the request has, less what may be a credential. */
export const foundOf = ({ attribute, found }: Miss): readonly string[] =>
  attribute.startsWith('headers.') && SECRET.test(attribute) ? found.map(() => HIDDEN) : found.map(fromBytes);

/** The upstream path; a query may hold a token. */
export const pathOf = (bytes: string): string => {
  const [path = '', ...query] = fromBytes(bytes).split('?');
  return query.length > 0 && query.join('') !== '' ? `${path}?…` : fromBytes(bytes);
};
