import type { Crypto } from '@why401/core';
import { fingerprint } from '@why401/core/secret';
import { toArray, toBytes } from '../wire/index.ts';
import type { Observed } from './case.ts';
import type { ReplayOutput } from './output.ts';

/** One thing in which an output differs from what was observed. Long values and header values are fingerprints. */
export interface Difference {
  /** `status`, `body`, `www-authenticate`, `route`, `service`, `upstream`, `upstream.path`, `upstream.headers` */
  readonly field: string;
  readonly observed: string;
  readonly output: string;
}

export interface CompareOptions {
  readonly crypto: Pick<Crypto, 'digest'>;
  /** The gateway orders members of the body or headers at random: sets are compared. */
  readonly orderFree?: boolean;
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** Compares what `replay --check` promises. An undetermined output differs in its status. */
export function compareObserved(
  output: ReplayOutput,
  observed: Observed,
  options: CompareOptions,
): readonly Difference[] {
  const { crypto } = options;
  const free = options.orderFree === true || output.random === true;
  const differences: Difference[] = [];
  const compare = (field: string, seen: string | null, said: string | null, show: (text: string) => string): void => {
    if (seen !== said) differences.push({ field, observed: shown(seen, show), output: shown(said, show) });
  };
  const plain = (text: string): string => text;
  const hidden = (text: string): string => fingerprint(toArray(toBytes(text)), crypto);

  compare('status', String(observed.status), output.status === null ? null : String(output.status), plain);
  compare('body', bodyOf(observed.body, free), bodyOf(output.body, free), (text) => short(text, hidden));
  compare('www-authenticate', challenge(observed.headers), challenge(output.headers), plain);
  compare('route', observed.route, output.route, plain);
  compare('service', observed.service, output.service, plain);
  if ((observed.upstream === null) !== (output.upstream === null)) {
    compare('upstream', observed.upstream && 'reached', output.upstream && 'reached', plain);
    return differences;
  }
  compare('upstream.path', observed.upstream?.path ?? null, output.upstream?.path ?? null, (text) =>
    path(text, hidden),
  );
  const headers = (pairs: Pairs | undefined, show: (text: string) => string): string | null =>
    listed(pairs, free, show);
  const [seen, said] = [observed.upstream?.headers, output.upstream?.headers];
  if (headers(seen, plain) !== headers(said, plain))
    differences.push({
      field: 'upstream.headers',
      observed: headers(seen, hidden) ?? '(none)',
      output: headers(said, hidden) ?? '(none)',
    });
  return differences;
}

const shown = (text: string | null, show: (text: string) => string): string => (text === null ? '(none)' : show(text));

const short = (text: string, hidden: (text: string) => string): string =>
  text.length <= 160 ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, 60))}… ${hidden(text)}`;

/** The query may hold a token. */
function path(text: string, hidden: (text: string) => string): string {
  const question = text.indexOf('?');
  return question < 0 ? text : `${text.slice(0, question)}?${hidden(text.slice(question + 1))}`;
}

const challenge = (headers: Pairs): string | null =>
  headers
    .filter(([name]) => name === 'www-authenticate')
    .map(([, value]) => value)
    .join(', ') || null;

/** Members of a flat JSON object in the order of their names. */
function bodyOf(body: string | null, free: boolean): string | null {
  if (body === null || !free || !/^\{[^{}]*\}$/.test(body)) return body;
  try {
    const members = Object.entries(JSON.parse(body) as Record<string, unknown>);
    return JSON.stringify(Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1))));
  } catch {
    return body;
  }
}

function listed(pairs: Pairs | undefined, free: boolean, show: (text: string) => string): string | null {
  if (pairs === undefined) return null;
  const lines = pairs.map(([name, value]) => `${name}: ${show(free && name === GROUPS ? sorted(value) : value)}`);
  return (free ? lines.sort() : lines).join('\n');
}

/** A list whose order is that of a table in some releases. */
const GROUPS = 'x-consumer-groups';

const sorted = (list: string): string => list.split(', ').sort().join(', ');
