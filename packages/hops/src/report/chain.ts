import { bad, type Line, type Span } from '@why401/core/report';
import type { Verdict } from '../decide/index.ts';
import type { Hop } from '../tables/causes/index.ts';
import type { Found } from './model.ts';

/** One hop of the drawn chain. */
export interface DrawnHop {
  readonly hop: Hop;
  readonly name: string;
  /** Nobody said that it is there, and nothing shows it. */
  readonly maybe: boolean;
}

/** The hops of a request in order, as far as they are known. */
export function chainOf({ joined: { record }, chain, verdict }: Found): readonly DrawnHop[] {
  const named = (label: string, product: string | null | undefined): string =>
    product == null || product === '' ? label : `${label} (${product})`;
  const lb = (hop: 'lb1' | 'lb2'): readonly DrawnHop[] => {
    if (chain[hop] === null) return [];
    const product = chain[hop] ?? record[hop]?.[0]?.product;
    const isThere = product !== undefined || record.addresses[hop] !== null || touches(verdict, hop);
    const hidden = !isThere && Object.values(record.addresses).some((one) => one !== null);
    // A break from one end to the other says that nothing in between took part.
    const spanned = verdict?.link === (hop === 'lb1' ? 'client-kong' : 'kong-server');
    return hidden || (!isThere && spanned) ? [] : [{ hop, name: named(hop.toUpperCase(), product), maybe: !isThere }];
  };
  return [
    { hop: 'client', name: 'client', maybe: false },
    ...lb('lb1'),
    { hop: 'kong', name: record.kong === null ? 'Kong' : `Kong ${record.kong}`, maybe: false },
    ...lb('lb2'),
    { hop: 'server', name: named('server', chain.server), maybe: false },
  ];
}

const touches = (verdict: Verdict | null, hop: Hop): boolean =>
  verdict !== null && (verdict.hop === hop || (verdict.link?.split('-').includes(hop) ?? false));

/** `client -- LB1 (nginx) -- Kong --X-- server`, the hop that answered in brackets. */
export function drawChain(found: Found): Line {
  const { verdict } = found;
  const ends = verdict?.link?.split('-') ?? [];
  return chainOf(found).flatMap(({ hop, name, maybe }, index, all): Span[] => {
    const before = all[index - 1];
    const isBroken = before !== undefined && ends[0] === before.hop && ends[1] === hop;
    const rope: Span[] = before === undefined ? [] : [isBroken ? bad(' --X-- ') : { text: ' -- ', tone: 'dim' }];
    const label =
      verdict?.hop === hop ? { text: `[${name}]`, tone: 'bad' as const } : { text: maybe ? `${name}?` : name };
    return [...rope, maybe && verdict?.hop !== hop ? { ...label, tone: 'dim' } : label];
  });
}
