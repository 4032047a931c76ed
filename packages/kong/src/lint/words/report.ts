import type { Place } from '@why401/core';
import {
  type Block,
  bad,
  dim,
  good,
  type Line,
  line,
  type Report,
  type Section,
  strong,
  warn,
} from '@why401/core/report';
import { maskedMessage, type Refusal, refusalProblem } from '../../config/index.ts';
import type { Linted } from '../lint.ts';
import { type Told, told } from './smell.ts';

/** So many of each are shown; what is left is counted. */
const MOST = 40;

/** The same facts as `lintDocument`, for people: the verdict, what is refused and how to repair it, smells. */
export function lintReport(linted: Linted): Report {
  const smells = linted.smells.map(told);
  const headline = headlineOf(linted, smells);
  const sections: readonly Section[] = [
    { id: 'verdict', title: '', blocks: [text([headline])] },
    { id: 'why', title: 'Refused', blocks: refusalBlocks(linted) },
    { id: 'findings', title: 'Smells', blocks: blocksOf(smells.map(smellLines)) },
  ];
  return {
    title: headline.map((span) => span.text).join(''),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

const text = (lines: readonly Line[]): Block => ({ kind: 'text', lines });

function headlineOf({ accepted, crashes, refusals, release, flavor }: Linted, smells: readonly Told[]): Line {
  const verdict = accepted
    ? good('accepts this configuration')
    : bad(crashes ? 'breaks down over this configuration' : 'refuses this configuration');
  const parts = [counted(refusals.length, 'fault'), counted(smells.length, 'smell')].filter((part) => part !== '');
  const rest = [...parts, flavor].join(' · ');
  return line`Kong ${release.text} ${verdict}${dim(` · ${rest}`)}`;
}

const counted = (count: number, one: string): string => (count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`);

function refusalBlocks({ crashes, refusals }: Linted): readonly Block[] {
  if (crashes)
    return [
      text([
        line`It answers 500 ${strong('An unexpected error occurred')} and tells no field. Look for a reference to something that is not there, or a url that is no text.`,
      ]),
    ];
  const deck = refusals.some(({ path: [first] }) => DECK.has(first));
  const hint = line`This is a file for decK: ${dim('--form deck')} judges what decK makes of it.`;
  return [...blocksOf(refusals.map(refusalLines)), ...(deck ? [text([hint])] : [])];
}

const DECK: ReadonlySet<unknown> = new Set(['_info', '_workspace', '_konnect', '_plugin_configs', '_defaults']);

function refusalLines(refusal: Refusal): readonly Line[] {
  const masked = { ...refusal, message: maskedMessage(refusal) };
  const { message, hint, code } = refusalProblem(masked);
  const [first = '', ...more] = masked.message.split('\n');
  return [
    line`${at(refusal.place)}${message.split('\n')[0] ?? ''} ${dim(code)}`,
    ...(hint === undefined ? [] : [line`${hint}`]),
    line`${dim(`Kong: ${dotted(refusal.path)}: ${first}`)}`,
    ...more.map((one) => line`${dim(one)}`),
  ];
}

const dotted = (path: readonly (string | number)[]): string => path.join('.');

const SIGNS = { error: bad('error'), warning: warn('warning'), info: dim('note') } as const;

function smellLines({ id, severity, lines: [first = [], ...more], hint, place }: Told): readonly Line[] {
  return [
    [...line`${at(place)}${SIGNS[severity]} `, ...first, ...line` ${dim(id)}`],
    ...more,
    ...(hint === undefined ? [] : [line`${hint}`]),
  ];
}

const at = (place: Place | undefined): ReturnType<typeof dim> =>
  dim(
    place?.file === undefined
      ? ''
      : `${[place.file, place.line, place.column].filter((part) => part !== undefined).join(':')} `,
  );

function blocksOf(told: readonly (readonly Line[])[]): readonly Block[] {
  const shown = told.slice(0, MOST).map(text);
  return told.length > MOST
    ? [...shown, text([line`${dim(`and ${told.length - MOST} more (--json has all)`)}`])]
    : shown;
}
