import type { Problem } from '@why401/core';
import { type Block, code, dim, good, type Line, line, type Section, value, warn } from '@why401/core/report';
import type { Candidate, Verdict } from '../decide/index.ts';
import { temptingAt } from '../tables/advice/index.ts';
import { TELLTALES } from '../tables/causes/index.ts';
import { reasonText } from '../tables/reasons/index.ts';
import type { Cure } from './cure.ts';
import type { EvidenceLine } from './evidence.ts';
import { placeText } from './headline.ts';
import { inOrder } from './open.ts';
import type { Raise } from './raise.ts';
import { HOPS, sentence } from './words.ts';

const text = (...lines: readonly Line[]): Block => ({ kind: 'text', lines });
const shell = (...lines: readonly string[]): Block => ({ kind: 'code', language: 'sh', lines });

export const chainSection = (drawn: Line): Section => ({
  id: 'chain',
  title: 'Chain',
  blocks: [{ kind: 'verbatim', lines: [drawn] }],
});

export function whySection({ because, candidates }: Verdict): Section {
  const others = candidates.slice(1);
  return {
    id: 'why',
    title: 'Why',
    blocks: [
      ...because.map((one) => text(line`${sentence(reasonText(one))}`)),
      ...(others.length === 0 ? [] : [text(line`It may also be ${others.map(candidateText).join('; ')}.`)]),
    ],
  };
}

const candidateText = ({ cause, hop }: Candidate): string => `${cause} (${HOPS[hop]})`;

/** A class whose members look the same from here: each with what error.log then has. */
export function whichSection({ because, candidates }: Verdict): Section {
  const rows = inOrder(candidates).map(({ cause }) => {
    const { words = '', and } = TELLTALES[cause] ?? {};
    return [line`${code(cause)}`, line`${value(words)}${and === undefined ? '' : dim(`, and ${and}`)}`];
  });
  return {
    id: 'why',
    title: 'Which',
    blocks: [
      ...because.map((one) => text(line`${sentence(reasonText(one))}`)),
      { kind: 'table', head: ['cause', 'error.log then has'], rows },
      text(line`What each is, and its cure: why401 why CAUSE`),
    ],
  };
}

const NAMES: Readonly<Record<EvidenceLine['from'], string>> = {
  client: 'client',
  'error-log': 'error.log',
  'access-log': 'access.log',
  json: 'JSON entry',
  'lb1-log': 'LB1',
  'lb2-log': 'LB2',
};

export const evidenceSection = (lines: readonly EvidenceLine[]): Section => ({
  id: 'evidence',
  title: 'Evidence',
  blocks: lines.map(({ from, text: shown, place, times }) => {
    const where = [
      NAMES[from],
      ...(place === null ? [] : [placeText(place)]),
      ...(times > 1 ? [`${times} times`] : []),
    ];
    return {
      kind: 'verbatim',
      lines: [[dim(where.filter((part) => part !== '').join(', '))], [{ text: shown, tone: 'value' }]],
    };
  }),
});

export function raiseSection(raises: readonly Raise[]): Section {
  const ready = raises.filter(({ grep, splunk }) => grep !== null || splunk !== null);
  const others = raises.filter((one) => !ready.includes(one));
  const also = others.map(({ what }) => what).join('; ');
  return {
    id: 'surer',
    title: 'Surer with',
    blocks: [
      ...ready.flatMap(({ what, grep, splunk }): Block[] => [
        text(line`${what}`),
        shell(...[grep, splunk === null ? null : `# Splunk: ${splunk}`].flatMap((one) => one ?? [])),
      ]),
      ...(others.length === 0 ? [] : [text(line`${ready.length === 0 ? '' : 'and '}${also}`)]),
    ],
  };
}

/** @param doubt the cause that it is the cure of, where another may be it */
export function cureSection({ text: words, whoCures, check, change }: Cure, doubt: string | null): Section {
  const cure = doubt === null ? good(sentence(words)) : good(`${words}.`);
  const told: Block[] = [
    text(line`${doubt === null ? '' : warn(`If it is ${doubt}: `)}${cure} ${dim(`By: ${whoCures}.`)}`),
  ];
  const ready: Block[] =
    change === null
      ? []
      : [
          ...(change.adminApi === null
            ? []
            : [text(line`Admin API (not on a node of Konnect):`), shell(change.adminApi)]),
          ...(change.deck === null
            ? []
            : [
                text(line`decK, then ${code('deck gateway sync kong.yaml')}; the same for Konnect:`),
                { kind: 'code', language: 'yaml', lines: change.deck } as const,
              ]),
          ...(change.kongConf === null ? [] : [text(line`kong.conf, then restart:`), shell(...change.kongConf)]),
          text(line`${sentence(change.note)} ${dim(`Versions: ${change.condition}.`)}`),
        ];
  return { id: 'cure', title: 'Cure', blocks: [...told, ...ready, text(line`${good('Check')} ${check}`)] };
}

/** What tempts most: more would hide the answer. */
const MOST_ADVICE = 2;

export function adviceSections(cause: string): readonly Section[] {
  const rows = temptingAt(cause);
  if (rows.length === 0) return [];
  const blocks = rows
    .slice(0, MOST_ADVICE)
    .map(({ says, verdict, instead }) => text(line`${warn(says)}: ${verdict}. ${instead}`));
  const more = rows.length > MOST_ADVICE ? [text(line`${dim(`More: why401 why ${cause}`)}`)] : [];
  return [{ id: 'advice', title: 'Not so', blocks: [...blocks, ...more] }];
}

export const problemsSection = (problems: readonly Problem[]): Section => ({
  id: 'unread',
  title: 'Not read',
  blocks: problems.map(({ message, place, hint }) =>
    text(line`${place === undefined ? '' : `${placeText(place)}: `}${message}.${hint === undefined ? '' : ` ${hint}`}`),
  ),
});

export const nothingSection = (): Section => ({
  id: 'reply',
  title: '',
  blocks: [text(line`${warn('No verdict')}: what was given does not tell who rejected the request.`)],
});
