import { type Block, code, dim, type FrameLine, type Line, line, type Section, strong } from '@why401/core/report';
import { asAdminApi, asDeck, asDiff, type Cure, type Hunk } from '../../cure/index.ts';
import type { Telling } from '../explanation.ts';
import { cureSentence, WHO } from '../words/cures.ts';
import { placeholderSentence, proofSentence, weakensSentence } from '../words/proof.ts';

/** The first cure in full, the others in a line each. */
export function cureSection(cures: readonly Cure[], { as }: Pick<Telling, 'as'>): Section[] {
  const [first, ...others] = cures;
  if (first === undefined) return [];
  const more: Block[] =
    others.length === 0 ? [] : [{ kind: 'text', lines: others.map((cure) => sentences(cure, 'Or ')) }];
  return [
    {
      id: 'cure',
      title: 'Cure',
      blocks: [{ kind: 'text', lines: [sentences(first, '')] }, ...shown(first, as), ...more],
    },
  ];
}

function sentences(cure: Cure, before: string): Line {
  const parts = [cureSentence(cure), proofSentence(cure), weakensSentence(cure), placeholderSentence(cure)];
  const who = before === '' ? WHO[cure.who] : WHO[cure.who].toLowerCase();
  const texts = parts.filter((part) => part !== undefined).flatMap((part) => [...line` `, ...part]);
  return [...line`${before}${strong(`${who}:`)}`, ...texts];
}

function shown({ change }: Cure, as: Telling['as']): Block[] {
  if (change.kind !== 'config')
    return change.kind === 'request' ? [{ kind: 'code', language: 'diff', lines: asDiff(change) }] : [];
  if (as === 'deck') return [{ kind: 'code', language: 'yaml', lines: asDeck(change) ?? [] }];
  if (as === 'admin-api') return [{ kind: 'code', language: 'sh', lines: asAdminApi(change) ?? [] }];
  const hint = line`${dim('As Admin API calls or decK file:')} ${code('--as admin-api | deck')}`;
  return [...change.hunks.map(frame), { kind: 'text', lines: [hint] }];
}

function frame({ file, lines }: Hunk): Block {
  return {
    kind: 'frame',
    file,
    lines: shortened(lines.map(({ sign, number, text }): FrameLine => ({ sign, number, text }))),
  };
}

/** Longer runs of one sign, as a key that is replaced, are shown by their ends. */
const LONGEST_RUN = 6;

function shortened(lines: readonly FrameLine[]): FrameLine[] {
  const out: FrameLine[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && lines[end]?.sign === lines[at]?.sign) end++;
    const run = lines.slice(at, end);
    const left = run.length - 4;
    const middle: FrameLine = { sign: run[0]?.sign ?? ' ', text: `  … ${left} more lines` };
    out.push(...(run.length <= LONGEST_RUN ? run : [...run.slice(0, 3), middle, ...run.slice(-1)]));
    at = end;
  }
  return out;
}
