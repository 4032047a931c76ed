import type { Judgement } from '../judgement/index.ts';
import { fromBytes } from '../wire/index.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** One line of output; texts decoded from UTF-8. Holds whole headers: it is for machines. */
export interface ReplayOutput {
  readonly id: string;
  readonly outcome: 'answered' | 'proxied' | 'undetermined';
  readonly status: number | null;
  readonly body: string | null;
  readonly headers: Pairs;
  readonly route: string | null;
  readonly service: string | null;
  readonly consumer: string | null;
  readonly upstream: { readonly path: string; readonly headers: Pairs } | null;
  readonly plugin: string | null;
  readonly step: string | null;
  readonly because: string | null;
  /** The gateway picks among equals at random; this is the usual pick. */
  readonly random?: true;
}

/** `shown`: whether the gateway would tell Route and Service in its debug headers. */
export function outputOf(id: string, judgement: Judgement, shown: boolean): ReplayOutput {
  const { outcome, reply, route, service, consumer, upstream, plugin, failed, because, random, added } = judgement;
  return {
    id,
    outcome,
    status: outcome === 'proxied' ? 200 : (reply?.status ?? null),
    body: outcome === 'proxied' ? '' : textOf(reply?.body ?? null),
    headers: decoded(reply?.headers ?? added ?? []),
    route: shown ? textOf(route?.name ?? null) : null,
    service: shown ? textOf(service?.name ?? null) : null,
    consumer: textOf(consumer === null ? null : (consumer.username ?? consumer.customId ?? consumer.id)),
    upstream: upstream && { path: fromBytes(upstream.path), headers: decoded(upstream.headers) },
    plugin: plugin === null ? null : fromBytes(plugin.name),
    step: failed?.step ?? null,
    because: because.length === 0 ? null : because.map(({ message }) => message).join('; '),
    ...(random && { random: true as const }),
  };
}

/** Nothing could be decided, for a reason that lies outside the request. */
export const undecided = (id: string, because: string): ReplayOutput => ({
  id,
  outcome: 'undetermined',
  status: null,
  body: null,
  headers: [],
  route: null,
  service: null,
  consumer: null,
  upstream: null,
  plugin: null,
  step: null,
  because,
});

const textOf = (bytes: string | null): string | null => (bytes === null ? null : fromBytes(bytes));

const decoded = (pairs: Pairs): Pairs => pairs.map(([name, value]) => [fromBytes(name), fromBytes(value)]);
