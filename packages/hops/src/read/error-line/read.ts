import type { Place } from '@why401/core';
import { type ErrorLine, LEVELS, type Level } from '../../record/index.ts';
import { maskText, readTime } from '../text/index.ts';
import { readFields } from './fields.ts';

const HEAD = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[([a-z]+)\] (\d+#\d+): (?:\*(\d+) )?/;

/** Whether an entry of nginx's error.log begins here; other lines belong to the one before. */
export const beginsErrorLine = (line: string): boolean => HEAD.test(line);

/**
 * One entry of nginx's error.log, with its continuation lines after line breaks. Null where it does not begin as
 * one. A line may end anywhere behind its level (nginx cuts at 2048 octets), and right after `client:` (Kong, where
 * buffering is off and for gRPC).
 */
export function readErrorLine(text: string, place: Place): ErrorLine | null {
  const [head, time, level, worker, connection] = HEAD.exec(text) ?? [];
  const at = time === undefined ? null : readTime(time);
  if (head === undefined || at === null || worker === undefined || !isLevel(level)) return null;
  const rest = text.slice(head.length).replace(/[\r\n]+$/, '');
  const { at: end, values } = readFields(rest);
  const masked = (value: string | undefined): string | null => (value === undefined ? null : maskText(value));
  const message = maskText(rest.slice(0, end));
  return {
    at,
    level,
    worker,
    connection: connection === undefined ? null : Number(connection),
    message,
    client: values.client ?? closedClient(message),
    server: values.server ?? null,
    request: masked(values.request),
    subrequest: masked(values.subrequest),
    upstream: masked(values.upstream),
    host: values.host ?? null,
    requestId: values.request_id ?? null,
    place,
    raw: `${head}${message}${maskText(rest.slice(end))}`,
  };
}

const isLevel = (name: string | undefined): name is Level => LEVELS.some((level) => level === name);

/** `client 127.51.213.49 closed keepalive connection`: the only message that names the client itself. */
const closedClient = (message: string): string | null => /^client (\S+) closed keepalive/.exec(message)?.[1] ?? null;
