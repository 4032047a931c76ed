import type { LbLine, LbTimers } from '../../record/index.ts';
import { readTime, type Source } from '../text/index.ts';
import { lbLine, numberOf } from './build.ts';

/** `127.0.0.1:39822 [24/Nov/2026:20:48:01.899] fe_x~ `; IPv6 addresses have no brackets. */
const HEAD = /^([0-9A-Fa-f.:[\]]+|unix):(\d+) \[(\d\d\/[A-Za-z]{3}\/\d{4}:\d\d:\d\d:\d\d(?:\.\d+)?)\] (\S+)/;
/** Behind the head: `be_x/node1 0/0/0/-1/211 504 198 …` (HTTP) or `be_x/node1 1/0/44 0 …` (TCP). */
const PICKED = /^ (\S+)\/(\S+) ([+\d/-]+) (.*)$/;
const HTTP_END = /^([1-5]\d\d|-1|0) (\+?\d+) (.*)$/;
const TCP_END = /^(\+?\d+) ([A-Za-z-]{2})(?= |$)/;
const FLAGS = /(?:^| )([A-Za-z-]{4})(?= \d+\/\d+\/\d+\/\d+)/;
const REQUEST = /"((?:[^"\\]|\\.)*)("|$)/;
/** Messages of checks and proxies (`server_state.c`, `proxy.c` of HAProxy 2.6). */
const HEALTH =
  /^(?:\[\w+\]\s*(?:\(\d+\)\s*:\s*)?)?((?:Backup )?[Ss]erver (\S+?)\/(\S+) (?:is|was) .*|(?:Health check for .*)|(?:backend|Proxy|proxy) '?(\S+?)'? (?:has no server available!|started\.|stopped.*))$/;

/**
 * A line of HAProxy's log without what syslog put before it: `option httplog`, `option httpslog`, `option tcplog`,
 * formats of one's own that keep their order, errors of a connection, and health checks (HAProxy 2.6
 * configuration manual §8.2). Null where it is none.
 */
export function readHaproxy(text: string, source: Source): LbLine | null {
  const head = HEAD.exec(text);
  if (head === null) return readHealth(text, source);
  const [all, client = '', , time = '', frontend = ''] = head;
  const rest = text.slice(all.length);
  const common = { at: readTime(time), client, frontend: frontend.replace(/(?:~|\/\S*)?:?$/, '') };
  const picked = PICKED.exec(rest);
  if (picked === null) {
    const message = /^:? ?(\S.*)$/.exec(rest)?.[1];
    return message === undefined ? null : lbLine('haproxy', 'error', source, { ...common, message });
  }
  const [, backend, server, timers = '', end = ''] = picked;
  const times = timers.split('/').map((one) => numberOf(one));
  return (
    httpLine(end, source, { ...common, backend, server }, times) ??
    tcpLine(end, source, { ...common, backend, server }, times)
  );
}

type Common = Pick<LbLine, 'at' | 'client' | 'frontend'> & {
  readonly backend: string | undefined;
  readonly server: string | undefined;
};

function httpLine(end: string, source: Source, common: Common, times: readonly (number | null)[]): LbLine | null {
  const [, status, bytes, rest = ''] = HTTP_END.exec(end) ?? [];
  const flags = FLAGS.exec(rest)?.[1];
  if (status === undefined || times.length < 5 || flags === undefined) return null;
  const [request = null, queue = null, connect = null, response = null, total = null] = times;
  const timersOfLine: LbTimers = { request, queue, connect, response, total };
  return lbLine('haproxy', 'access', source, {
    ...named(common),
    status: Number(status),
    bytes: numberOf(bytes),
    flags,
    timers: timersOfLine,
    request: REQUEST.exec(rest)?.[1] ?? null,
  });
}

function tcpLine(end: string, source: Source, common: Common, times: readonly (number | null)[]): LbLine | null {
  const [, bytes, flags] = TCP_END.exec(end) ?? [];
  if (flags === undefined || times.length !== 3) return null;
  const [queue = null, connect = null, total = null] = times;
  return lbLine('haproxy', 'tcp', source, {
    ...named(common),
    bytes: numberOf(bytes),
    flags,
    timers: { request: null, queue, connect, response: null, total },
  });
}

const named = ({ backend, server, ...rest }: Common): Partial<LbLine> => ({
  ...rest,
  backend: backend ?? null,
  server: server ?? null,
});

function readHealth(text: string, source: Source): LbLine | null {
  const [, message, backend, server, proxy] = HEALTH.exec(text) ?? [];
  if (message === undefined) return null;
  const where = { backend: backend ?? proxy ?? null, server: server ?? null };
  return lbLine('haproxy', 'health', source, { ...where, message });
}
