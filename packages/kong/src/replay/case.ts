import type { RouterFlavor } from '../versions/index.ts';
import { classifyName, toBytes, type WireRequest } from '../wire/index.ts';

/** One line of a cases file, texts as JSON has them. */
export interface ReplayCase {
  readonly id: string;
  /** `3.9.1`, `2.8.5`, … */
  readonly kong: string;
  readonly routerFlavor: RouterFlavor;
  /** Path relative to the root of configurations. */
  readonly config: string;
  /** Seconds since the epoch. */
  readonly now: number;
  readonly request: CaseRequest;
  readonly observed?: Observed;
}

export interface CaseRequest extends Omit<WireRequest, 'headers'> {
  readonly headers: readonly (readonly [string, string])[];
}

/** What a real gateway answered, as far as it is compared. */
export interface Observed {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly route: string | null;
  readonly service: string | null;
  readonly upstream: { readonly path: string; readonly headers: readonly (readonly [string, string])[] } | null;
  readonly log?: readonly string[];
}

/** A line that is no case. */
export interface BadLine {
  readonly id?: string;
  readonly error: string;
}

export type CaseLine =
  | { readonly ok: true; readonly value: ReplayCase }
  | { readonly ok: false; readonly bad: BadLine };

const FLAVORS: ReadonlySet<unknown> = new Set<RouterFlavor>(['traditional', 'traditional_compatible', 'expressions']);

/** Reads one line of NDJSON; what is missing or of another type is said, never guessed. */
export function readCase(line: string): CaseLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, bad: { error: 'the line is not JSON' } };
  }
  const members = membersOf(value);
  if (members === undefined) return { ok: false, bad: { error: 'the line is not a JSON object' } };
  const fault = faultOf(members);
  if (fault === undefined) return { ok: true, value: value as ReplayCase };
  const { id } = members;
  return { ok: false, bad: { ...(typeof id === 'string' && { id }), error: fault } };
}

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Members | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Members) : undefined;

function faultOf(line: Members): string | undefined {
  for (const name of ['id', 'kong', 'config']) if (typeof line[name] !== 'string') return `${name} is not a text`;
  if (!FLAVORS.has(line['routerFlavor']))
    return 'routerFlavor is not traditional, traditional_compatible or expressions';
  if (typeof line['now'] !== 'number') return 'now is not a number of seconds';
  return requestFault(line['request']);
}

/** What is wrong with a value as a request; undefined where nothing is. */
export function requestFault(value: unknown): string | undefined {
  const request = membersOf(value);
  if (request === undefined) return 'request is not an object';
  for (const name of ['method', 'host', 'target']) {
    if (typeof request[name] !== 'string') return `request.${name} is not a text`;
  }
  if (request['scheme'] !== 'http' && request['scheme'] !== 'https') return 'request.scheme is not http or https';
  if (!isHeaders(request['headers'])) return 'request.headers is not a list of [name, value]';
  const { body = null } = request;
  return body === null || typeof body === 'string' ? undefined : 'request.body is neither a text nor null';
}

const isHeaders = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string');

/** What the recorded client sent behind the listed headers. */
const DEBUG = 'Kong-Debug';

/** The request as the gateway's socket saw it, with the headers that the recording client added. */
export function wireOf({ request }: ReplayCase): WireRequest {
  const wire = wireOfCase(request);
  return { ...wire, headers: [...wire.headers, [DEBUG, '1'], ['Connection', 'close']] };
}

/** The request as a client sends it that adds nothing but the length of a body. */
export function wireOfCase(request: CaseRequest): WireRequest {
  const body = request.body == null ? null : toBytes(request.body);
  const length: readonly (readonly [string, string])[] = body === null ? [] : [['Content-Length', `${body.length}`]];
  return {
    method: toBytes(request.method),
    scheme: request.scheme,
    host: toBytes(request.host),
    port: request.port ?? (request.scheme === 'https' ? 443 : 80),
    sni: request.sni ?? null,
    target: toBytes(request.target),
    headers: [...request.headers.map(([name, value]) => [toBytes(name), toBytes(value)] as const), ...length],
    body,
    clientIp: request.clientIp ?? '127.0.0.1',
  };
}

/** Kong looks for `Kong-Debug` among the first 100 lines, of which Host is one, and tells Route and Service only then. */
export function debugSeen(wire: WireRequest, limited: boolean): boolean {
  if (!limited) return true;
  const kept = wire.headers.filter(([name]) => classifyName(name) === 'taken');
  return kept.findIndex(([name]) => name === DEBUG) < 99;
}
