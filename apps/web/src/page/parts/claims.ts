import { type Line, line } from '@why401/core/report';
import type { MemberDescription, TokenDescription } from '@why401/core/verdict';
import type { Child } from '../dom/index.ts';
import { make } from '../dom/index.ts';
import { table } from '../print/index.ts';
import type { ClaimUse } from '../state/index.ts';

/** Claims with their meaning, and what Kong does with each where that is known. */
export function claims({ header, claims: list }: TokenDescription, uses: readonly ClaimUse[]): Child {
  const rows = [
    ...(header ?? []).map((member) => row(member, 'header', useOf(uses, 'header', member.name))),
    ...(list ?? []).map((member) => row(member, 'claim', useOf(uses, 'payload', member.name))),
  ];
  if (rows.length === 0) return make('p', {}, 'Nothing of it can be read.');
  const withUses = uses.length > 0;
  const head = ['part', 'name', 'value', 'meaning', ...(withUses ? ['what Kong does with it'] : [])];
  return table(
    { kind: 'table', head, rows: withUses ? rows : rows.map((cells) => cells.slice(0, 4)) },
    'Header and claims',
  );
}

const useOf = (uses: readonly ClaimUse[], part: ClaimUse['part'], name: string): ClaimUse | undefined =>
  uses.find((use) => use.part === part && use.name === name) ??
  uses.find((use) => use.part === part && use.name === '*');

const TONES: Readonly<Record<string, 'good' | 'bad' | 'warn' | 'dim'>> = {
  checked: 'good',
  refused: 'bad',
  'looked-up': 'good',
  ignored: 'dim',
  'not-reached': 'dim',
};

function row({ name, value, literal, title, meaning, time }: MemberDescription, part: string, use?: ClaimUse): Line[] {
  const told = time === undefined ? (meaning ?? title ?? '') : `${title ?? ''}: ${time.local}, ${time.relative}`;
  return [
    [{ text: part, tone: 'dim' }],
    [{ text: name, tone: 'strong' }],
    [{ text: literal ?? shown(value), tone: 'value' }],
    line`${told}`,
    use === undefined ? [] : [{ text: use.text, tone: TONES[use.use] ?? 'plain' }],
  ];
}

/** Values are cut for people. */
const MOST = 300;

function shown(value: MemberDescription['value']): string {
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  return whole.length <= MOST ? whole : `${whole.slice(0, MOST)}…`;
}
