import type { Problem } from '@why401/core';
import type { ErrorLine, HopRecord, LbLine, LogEntry } from '../../record/index.ts';
import { nearest } from './kong.ts';
import type { Asked, BalancerLog } from './model.ts';

export interface Balancers {
  readonly lb1: readonly LbLine[] | null;
  readonly lb2: readonly LbLine[] | null;
  readonly problems: readonly Problem[];
}

/** What Kong's logs say of both its sides. */
export interface Sides {
  readonly asked: Asked | null;
  /** Paths that the client sent, and that Kong asked for. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly forwardedFor: string | null;
  /** `127.0.0.1:8000`, and the ports of a gateway that is as it was installed. */
  readonly kong: string | null;
}

const KONG_PORTS = /:(?:8000|8443)$/;

export function sidesOf(record: HopRecord, asked: Asked | null): Sides {
  const paths = (list: readonly (string | null | undefined)[]): readonly string[] => [
    ...new Set(list.flatMap((one) => one ?? [])),
  ];
  const { entry, errorLines, request } = record;
  return {
    asked,
    incoming: paths([request?.target, entry?.uri, asked?.target]),
    outgoing: paths([entry?.upstreamUri || null, ...(errorLines ?? []).map(upstreamPath)]),
    forwardedFor: forwardedFor(entry),
    kong: record.addresses.kong,
  };
}

const upstreamPath = ({ upstream }: ErrorLine): string | null =>
  /^\w+:\/\/[^/]*(\/.*)$/s.exec(upstream ?? '')?.[1] ?? null;

const forwardedFor = (entry: LogEntry | null): string | null =>
  entry?.requestHeaders?.find(([name]) => name === 'x-forwarded-for')?.[1] ?? null;

/** Gives each balancer's log to its hop, and takes the lines of the request out of it. */
export function balancersOf(logs: readonly BalancerLog[], sides: Sides): Balancers {
  const problems: Problem[] = [];
  const lines: Record<'lb1' | 'lb2', LbLine[] | null> = { lb1: null, lb2: null };
  for (const log of logs) {
    const hop = log.hop ?? hopOf(log, sides, logs);
    if (hop === null) {
      problems.push(unknownHop(log));
      continue;
    }
    const picked = pick(log.lines, hop === 'lb1' ? sides.incoming : sides.outgoing, sides.asked);
    lines[hop] = [...(lines[hop] ?? []), ...picked.lines];
    if (picked.skew !== null) problems.push(clockProblem(log.file, picked.skew));
  }
  return { ...lines, problems };
}

function hopOf({ lines }: BalancerLog, sides: Sides, logs: readonly BalancerLog[]): 'lb1' | 'lb2' | null {
  const toKong = lines.some(({ upstreamAddress }) =>
    upstreamAddress?.some((address) => address === sides.kong || (sides.kong === null && KONG_PORTS.test(address))),
  );
  if (toKong) return 'lb1';
  if (
    sides.forwardedFor !== null &&
    lines.some(({ client }) => client !== null && sides.forwardedFor?.includes(client))
  )
    return 'lb1';
  const has = (paths: readonly string[]): boolean => withPath(lines, paths).length > 0;
  const [incoming, outgoing] = [has(sides.incoming), has(sides.outgoing)];
  if (incoming !== outgoing) return incoming ? 'lb1' : 'lb2';
  // The other one is taken.
  const others = logs.flatMap(({ hop }) => hop ?? []);
  return logs.length === 2 && others.length === 1 ? (others[0] === 'lb1' ? 'lb2' : 'lb1') : null;
}

const unknownHop = ({ file }: BalancerLog): Problem => ({
  code: 'balancer-not-placed',
  message: `${file} is the log of a load balancer, and nothing tells whether it stands before or behind Kong`,
  place: { file },
  hint: 'Say so: --lb1 FILE before Kong, --lb2 FILE behind it.',
});

/** Logs of two machines differ by so much without anybody noticing. */
const SLACK = 2500;
/** More connections than this at the same time: which of them was it? */
const MOST_UNNAMED = 12;

interface Picked {
  readonly lines: readonly LbLine[];
  /** By how many milliseconds the balancer's clock differs, where that is more than a little. */
  readonly skew: number | null;
}

function pick(lines: readonly LbLine[], paths: readonly string[], asked: Asked | null): Picked {
  if (asked?.from == null) {
    const nameless = lines.filter(({ target }) => target === null);
    const few = nameless.length > MOST_UNNAMED ? [] : nameless;
    const named = withPath(lines, paths);
    return { lines: lines.filter((line) => named.includes(line) || few.includes(line)), skew: null };
  }
  const to = asked.to ?? asked.from;
  const isNear = ({ at }: LbLine): boolean =>
    at === null || (at.ms >= (asked.from ?? 0) - SLACK && at.ms <= to + SLACK);
  const near = lines.filter(isNear);
  const named = withPath(near, paths);
  const unnamed = near.filter(({ target, at }) => target === null && at !== null);
  const around = unnamed.length > MOST_UNNAMED ? [] : unnamed;
  if (named.length > 0)
    return { lines: near.filter((line) => named.includes(line) || around.includes(line)), skew: null };
  const far = nearest(withPath(lines, paths), ({ at }) => at?.ms ?? 0, asked.to);
  if (far?.at == null) return { lines: around, skew: null };
  return { lines: [far], skew: far.at.ms - to };
}

const withPath = (lines: readonly LbLine[], paths: readonly string[]): readonly LbLine[] =>
  lines.filter(({ target }) => target !== null && paths.some((path) => samePath(path, target)));

/** A log may leave the query out. */
function samePath(one: string, other: string): boolean {
  if (one.includes('?') === other.includes('?')) return one === other;
  return one.split('?')[0] === other.split('?')[0];
}

function clockProblem(file: string, skew: number): Problem {
  const seconds = Math.round(Math.abs(skew) / 1000);
  return {
    code: 'clocks-differ',
    message: `the only line of this request in ${file} is ${seconds} s ${skew < 0 ? 'earlier' : 'later'} than in Kong's log`,
    place: { file },
    hint: 'Either the clocks differ, or that line belongs to another request with the same path.',
  };
}
