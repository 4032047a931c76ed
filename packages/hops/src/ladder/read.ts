import type { Problem, Read } from '@why401/core';
import type { Gateway, Service } from '@why401/kong/config';
import { NEIGHBOURS, neighbour } from '../tables/neighbours/index.ts';
import type { Known, KongPatience, Patience } from './model.ts';

export interface Neighbours {
  /** Seconds, or the name of a product: `30`, `alb`. */
  readonly client?: string;
  readonly lb1?: string;
  readonly lb2?: string;
  readonly server?: string;
}

/** @returns problem `unknown-neighbour`, `endless-neighbour` */
export function readPatience(kong: KongPatience, given: Neighbours): Read<Patience> {
  const known: { -readonly [Who in keyof Neighbours]: Known } = {};
  for (const who of ['client', 'lb1', 'lb2', 'server'] as const) {
    const text = given[who];
    if (text === undefined) continue;
    const read = knownOf(text);
    if (!read.ok) return read;
    known[who] = read.value;
  }
  return { ok: true, value: { kong, ...known } };
}

export const kongPatience = ({
  name,
  id,
  retries,
  connectTimeout,
  writeTimeout,
  readTimeout,
}: Service): KongPatience => ({
  service: name ?? id,
  retries,
  connectTimeout,
  writeTimeout,
  readTimeout,
});

/** Services whose ladders differ; equal ones are told once. */
export function patiences({ services }: Gateway, wanted: string | undefined): readonly KongPatience[] {
  const all = services.map(kongPatience);
  if (wanted !== undefined) return all.filter(({ service }, at) => service === wanted || services[at]?.id === wanted);
  const seen = new Map<string, KongPatience>();
  for (const one of all) {
    const key = [one.retries, one.connectTimeout, one.writeTimeout, one.readTimeout].join();
    const other = seen.get(key);
    seen.set(key, other === undefined ? one : { ...other, service: `${other.service}, ${one.service}` });
  }
  return [...seen.values()];
}

function knownOf(text: string): Read<Known> {
  if (/^\d+(\.\d+)?$/.test(text)) return { ok: true, value: { ms: Number(text) * 1000, because: 'as given' } };
  const product = neighbour(text);
  if (product === undefined)
    return refused(
      'unknown-neighbour',
      `Nothing is known of ${JSON.stringify(text)}.`,
      `Give seconds, or one of ${NEIGHBOURS.map(({ id }) => id).join(', ')}.`,
    );
  if (product.waitMs === undefined)
    return refused(
      'endless-neighbour',
      `${product.name} has no time-out of its own (${product.note ?? 'none is documented'}).`,
      'Give the seconds of its configuration.',
    );
  return { ok: true, value: { ms: product.waitMs, because: `default of ${product.name}` } };
}

const refused = (code: string, message: string, hint: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, message, hint },
});
