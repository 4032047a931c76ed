import type { LbLine } from '../../record/index.ts';
import { readTime, type Source } from '../text/index.ts';
import { lbLine } from './build.ts';

/** `[Tue Nov 24 20:48:02.123456 2026] [proxy:error] [pid 7:tid 9] (111)Connection refused: [client 1.2.3.4:5] AH00957: …` */
const LINE =
  /^\[([A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? \d{4})\] \[([\w-]*):?(\w+)\] (?:\[pid [\d:tid ]+\] )?(.*)$/s;
const CLIENT = /\[client (\S+?)(?::\d+)?\] /;
/** `attempt to connect to 127.0.0.1:8000 (127.0.0.1)`, `from remote server 127.0.0.1:8000` */
const UPSTREAM = /(?:attempt to connect to|from remote server|connection to) ([\w.:[\]-]+:\d+|[\w.-]+)/;

/** A line of Apache httpd's error.log (2.4 `ErrorLogFormat` default). */
export function readApacheError(text: string, source: Source): LbLine | null {
  const [, time = '', , , rest] = LINE.exec(text) ?? [];
  if (rest === undefined) return null;
  return lbLine('apache', 'error', source, {
    at: readTime(time),
    client: CLIENT.exec(rest)?.[1] ?? null,
    code: /\bAH\d{5}\b/.exec(rest)?.[0] ?? null,
    message: rest.replace(CLIENT, ''),
    upstreamAddress: listOf(UPSTREAM.exec(rest)?.[1]),
  });
}

const listOf = (address: string | undefined): readonly string[] | null => (address === undefined ? null : [address]);
