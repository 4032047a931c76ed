import { fail } from '../failure.ts';

const HIGHEST = 65_535;

/** @throws Failure `bad-port` */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > HIGHEST)
    fail('bad-port', `--port is no number of a port: ${JSON.stringify(text)}.`, `Give 1 to ${HIGHEST}, or 0 for any.`);
  return port;
}
