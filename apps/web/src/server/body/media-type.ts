import type { IncomingMessage } from 'node:http';

/** Whether the body is said to be of this type. A form cannot send either of the two that are taken. */
export const isOfType = ({ headers }: IncomingMessage, type: string): boolean =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() === type;
