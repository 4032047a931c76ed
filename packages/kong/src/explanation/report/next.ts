import { code, type Line, line, type Section, value } from '@why401/core/report';
import { showInstant } from '@why401/core/timeline';
import { fromBytes } from '../../wire/bytes.ts';
import type { Explanation, Next, Telling } from '../explanation.ts';
import { worrySentence } from '../words/surprises.ts';

const OPEN = {
  token: 'What comes after depends on the token that is sent.',
  key: 'The key decides whether the signature is good; everything else passes.',
  claim: 'The value of the claim decides which credential is found.',
} as const;

/** What the request meets once the first cure is made. */
export function nextSection({ next, cures, now }: Explanation, { zone }: Pick<Telling, 'zone'>): Section[] {
  if (next === null) return [];
  return [
    { id: 'next', title: 'Then', blocks: [{ kind: 'text', lines: nextWords(next, cures.length > 0, zone, now) }] },
  ];
}

export function nextWords(next: Next, cured: boolean, zone: string, now: number): readonly Line[] {
  if (next.kind === 'open') return [line`${OPEN[next.on]}`];
  if (next.kind === 'passes') return [line`Nothing else would refuse it.`, ...notes(next, zone, now)];
  const { status, body } = next.ending;
  const [first, ...others] = next.checks;
  const when = cured ? 'The next check to refuse it would be' : 'Behind it would fail';
  const reply =
    status === null
      ? ''
      : `${status} ${fromBytes(body ?? '')
          .replace(/\s+/g, ' ')
          .trim()}`;
  return [
    line`${when} ${code(first?.name ?? '')}: ${value(reply)}`,
    ...(others.length === 0 ? [] : [line`and then ${others.map(({ name }) => name).join(', ')}.`]),
  ];
}

function notes(
  { worries, endsUnchecked }: Extract<Next, { kind: 'passes' }>,
  zone: string,
  now: number,
): readonly Line[] {
  const known = worries.map(worrySentence).filter((one) => one !== undefined);
  if (endsUnchecked === null || known.length > 0) return known;
  const end = showInstant(endsUnchecked * 1000, zone, now);
  return [
    line`Note: ${code('exp')} is not checked here (${code('claims_to_verify')}): it would still pass after ${value(end)}.`,
  ];
}
