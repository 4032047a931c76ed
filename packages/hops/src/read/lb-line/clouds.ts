import type { LbLine } from '../../record/index.ts';
import { readTime, type Source } from '../text/index.ts';
import { lbLine, milliseconds, numberOf } from './build.ts';

/** Envoy's default format: `[2026-11-24T20:48:02.123Z] "GET /x HTTP/1.1" 503 UF,URX 0 91 5 - "…" "…" "id" "host" "10.0.0.7:80"` */
const ENVOY =
  /^\[(\d{4}-\d\d-\d\dT[\d:.]+Z)\] "([^"]*)" (\d{1,3}) (\S+)(?: (?:[^"\s]+|"[^"]*")){0,3}? (\d+) (\d+) (\d+) (\d+|-) "([^"]*)" "([^"]*)" "([^"]*)" "([^"]*)" "([^"]*)"/;

export function readEnvoy(text: string, source: Source): LbLine | null {
  const [, time = '', request, status, flags, , sent, total, upstreamTime, forwarded, , , , upstream] =
    ENVOY.exec(text) ?? [];
  if (request === undefined) return null;
  return lbLine('envoy', 'access', source, {
    at: readTime(time),
    client: forwarded === '-' ? null : (forwarded ?? null),
    request,
    status: Number(status),
    bytes: numberOf(sent),
    flags: flags ?? null,
    timers: { request: null, queue: null, connect: null, response: numberOf(upstreamTime), total: numberOf(total) },
    upstreamAddress: [upstream ?? '-'],
  });
}

/** AWS ALB access log: `https 2026-… app/lb/id client:port target:port t1 t2 t3 502 - 34 366 "GET https://… HTTP/1.1" "ua" …` */
const ALB =
  /^(?:https?|h2|grpcs|wss?) (\d{4}-\d\d-\d\dT[\d:.]+Z) (\S+) (\S+):\d+ (\S+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (\d{3}|-) (\d{3}|-) (\d+) (\d+) "([^"]*)"/;

export function readAlb(text: string, source: Source): LbLine | null {
  const [, time = '', frontend, client, target, request, response, sending, status, targetStatus, , sent, line] =
    ALB.exec(text) ?? [];
  if (line === undefined || targetStatus === undefined) return null;
  const times = [request, response, sending].map(milliseconds);
  const total = times.every((one) => one !== null && one >= 0)
    ? times.reduce((sum: number, one) => sum + (one ?? 0), 0)
    : null;
  return lbLine('aws-alb', 'access', source, {
    at: readTime(time),
    client: client ?? null,
    frontend: frontend ?? null,
    request: line,
    status: numberOf(status),
    bytes: numberOf(sent),
    timers: { request: times[0] ?? null, queue: null, connect: null, response: times[1] ?? null, total },
    upstreamStatus: [targetStatus],
    upstreamAddress: [target ?? '-'],
  });
}

/** Traefik's common log: nginx's `combined` and `123 "router@file" "http://10.0.0.7:80" 5ms`. */
const TRAEFIK =
  /^(\S+) - \S+ \[([^\]]+)\] "([^"]*)" (\d{3}|-) (\d+|-) "[^"]*" "[^"]*" \d+ "([^"]*)" "([^"]*)" (\d+)ms$/;

export function readTraefik(text: string, source: Source): LbLine | null {
  const [, client, time = '', request, status, bytes, frontend, server, total] = TRAEFIK.exec(text) ?? [];
  if (request === undefined) return null;
  return lbLine('traefik', 'access', source, {
    at: readTime(time),
    client: client ?? null,
    request,
    status: numberOf(status),
    bytes: numberOf(bytes),
    frontend: frontend ?? null,
    server: server === '-' ? null : (server ?? null),
    timers: { request: null, queue: null, connect: null, response: null, total: numberOf(total) },
  });
}
