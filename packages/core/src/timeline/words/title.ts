import type { Standing, Timeline, Verdict } from '../model.ts';
import { face } from '../picture/rows.ts';

const SHORT: Readonly<Record<Verdict['state'], string>> = {
  valid: 'valid',
  'not-yet': 'not valid yet',
  expired: 'expired',
  ended: 'refused',
  refused: 'refused',
  'accepted-although-expired': 'accepted although expired',
  'accepted-although-early': 'accepted although not valid yet',
  'accepted-although-malformed': 'accepted although malformed',
  unknown: 'not known',
};

/** `At 14:10: A valid, B expired`. Where the standard and gateways differ, both are said. */
export function titleOf({ lives, at, now, zone }: Timeline): string {
  const states = lives.map(({ name, standings }) => `${name} ${statesOf(standings)}`);
  const shown = states.length > 8 ? [...states.slice(0, 7), `${states.length - 7} more`] : states;
  return `${at === now ? 'Now' : 'At'} ${face(at, zone, at)}: ${shown.join(', ') || 'no token'}`;
}

const statesOf = (standings: readonly Standing[]): string =>
  [...new Set(standings.filter(({ mark }) => mark === 'at').map(({ verdict }) => SHORT[verdict.state]))].join(' or ');
