import type { Switches } from '../../versions/index.ts';
import { asciiLower, lookUpHeader, readQuery } from '../../wire/index.ts';
import type { Asked } from '../asked.ts';
import { splitHostPort } from '../host.ts';
import { type Address, readAddress } from './addresses.ts';
import type { Doubt } from './model.ts';

export type FieldKind = 'text' | 'number' | 'address';

/** A field of the matching language. Without values it is absent, and every predicate on it false. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  read(asked: Asked): readonly (string | number | Address)[] | Doubt;
}

const HEADERS = 'http.headers.';
const QUERIES = 'http.queries.';
const SEGMENTS = 'http.path.segments.';

const present = <Value>(value: Value | undefined | null): readonly Value[] =>
  value === undefined || value === null ? [] : [value];

const text = (name: string, read: (asked: Asked) => string | null): Field => ({
  name,
  kind: 'text',
  read: (asked) => present(read(asked)),
});

/** Neither is part of a request as it is given; the listener of a client on the loopback network is 127.0.0.1. */
const notGiven = (attribute: string): Doubt => ({ attribute, why: 'is not part of the request that was given' });

const isLoopback = (address: Address | undefined): boolean =>
  address?.family === 4 ? address.bits >> 24n === 127n : address?.bits === 1n;

const FIXED: readonly Field[] = [
  text('net.protocol', ({ scheme }) => scheme),
  text('http.method', ({ method }) => method),
  text('http.path', ({ path }) => path),
  text('http.host', ({ host }) => splitHostPort(host).host),
  text('tls.sni', ({ sni }) => sni),
  {
    name: 'net.src.ip',
    kind: 'address',
    read: ({ request }) => present(readAddress(request.wire.clientIp)),
  },
  {
    name: 'net.dst.ip',
    kind: 'address',
    read: ({ request }) => {
      const client = readAddress(request.wire.clientIp);
      const listener = readAddress(client?.family === 6 ? '::1' : '127.0.0.1');
      return isLoopback(client) ? present(listener) : notGiven('net.dst.ip');
    },
  },
  { name: 'net.src.port', kind: 'number', read: () => notGiven('net.src.port') },
];

const FIXED_BY_NAME: ReadonlyMap<string, Field> = new Map(FIXED.map((field) => [field.name, field]));

const known = new Map<string, Field>();
const MEMORY = 10_000;

/** The field of that name; undefined where no release has it. `switches` decide what it holds. */
export function fieldNamed(name: string, switches: Switches): Field | undefined {
  const fixed = FIXED_BY_NAME.get(name);
  if (fixed !== undefined) return fixed;
  const id = `${name} ${switches.routerSeesListenerPort} ${switches.headersKeepCase}`;
  const field = known.get(id) ?? makeField(name, switches);
  if (field !== undefined && known.size < MEMORY) known.set(id, field);
  return field;
}

function makeField(name: string, switches: Switches): Field | undefined {
  if (name === 'net.port' || name === 'net.dst.port') return portField(name, switches);
  if (name.startsWith(HEADERS)) return headerField(name, switches);
  if (name.startsWith(QUERIES)) return queryField(name);
  return name.startsWith(SEGMENTS) ? segmentField(name) : undefined;
}

/** The port in the Host header, else that of the listener; before 3.6 only the former. */
const portField = (name: string, { routerSeesListenerPort }: Switches): Field => ({
  name,
  kind: 'number',
  read: ({ host, port }) => present(splitHostPort(host).port ?? (routerSeesListenerPort ? port : undefined)),
});

function headerField(name: string, { headersKeepCase }: Switches): Field {
  const header = name.slice(HEADERS.length);
  const read = ({ request }: Asked): readonly string[] => (header === 'host' ? [] : lookUpHeader(request, header));
  return { name, kind: 'text', read: headersKeepCase ? read : (asked) => read(asked).map(asciiLower) };
}

function queryField(name: string): Field {
  const query = name.slice(QUERIES.length);
  const read = ({ request }: Asked): readonly string[] =>
    (readQuery(request).values.get(query) ?? []).map((value) => (value === true ? '' : value));
  return { name, kind: 'text', read };
}

/** `.len`, one segment, or a closed range of them; absent unless both ends exist. */
function segmentField(name: string): Field | undefined {
  const which = name.slice(SEGMENTS.length);
  if (which === 'len') return { name, kind: 'number', read: ({ path }) => [segmentsOf(path).length] };
  const ends = /^(0|[1-9]\d*)(?:_(0|[1-9]\d*))?$/.exec(which);
  if (ends === null) return undefined;
  const from = Number(ends[1]);
  const to = Number(ends[2] ?? ends[1]);
  if (ends[2] !== undefined && to <= from) return undefined;
  return text(name, ({ path }) => {
    const segments = segmentsOf(path);
    return to < segments.length ? segments.slice(from, to + 1).join('/') : null;
  });
}

/** A slash at the end does not open another segment. */
function segmentsOf(path: string): readonly string[] {
  const inner = path.slice(1, path.length > 1 && path.endsWith('/') ? -1 : undefined);
  return inner === '' ? [] : inner.split('/');
}
