import type { Place, Problem } from '@why401/core';
import {
  type Block,
  bad,
  code,
  dim,
  good,
  type Line,
  line,
  type Section,
  type Span,
  strong,
  warn,
} from '@why401/core/report';
import type { Candidate, Verdict } from '../decide/index.ts';
import { temptingAt } from '../tables/advice/index.ts';
import type { Link } from '../tables/causes/index.ts';
import { causeRow } from '../tables/causes/index.ts';
import { reasonText } from '../tables/reasons/index.ts';
import type { Cure } from './cure.ts';
import type { EvidenceLine } from './evidence.ts';
import type { Raise } from './raise.ts';

const text = (...lines: readonly Line[]): Block => ({ kind: 'text', lines });
const shell = (...lines: readonly string[]): Block => ({ kind: 'code', language: 'sh', lines });

const HOPS = {
  client: 'the client',
  lb1: 'LB1, before Kong',
  kong: 'Kong',
  lb2: 'LB2, behind Kong',
  server: 'the server',
};
const LINKS: Readonly<Record<Link, string>> = {
  'client-lb1': 'between client and LB1',
  'client-kong': 'between client and Kong',
  'lb1-kong': 'between LB1 and Kong',
  'kong-lb2': 'between Kong and LB2',
  'kong-server': 'between Kong and the server',
  'lb2-server': 'between LB2 and the server',
};

const certaintySpan = (certainty: Verdict['certainty']): Span =>
  certainty === 'certain' ? strong('certain') : certainty === 'likely' ? warn('likely') : warn('possible');

/** Hop and link stand in the headline; the cause in words below. */
export function headline({ hop, link, cause, certainty }: Verdict): Section {
  const where = link === null ? '' : `, ${LINKS[link]}`;
  return {
    id: 'reply',
    title: '',
    blocks: [
      text(line`${bad(HOPS[hop])}${where}: ${code(cause)}, ${certaintySpan(certainty)}`),
      text(line`${sentence(causeRow(cause).title)}`),
    ],
  };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

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

/** `error.log:12`, or the octet where lines were not counted. */
export function placeText({ file, line: number, from }: Place): string {
  const where = number === undefined ? (from === undefined ? '' : `octet ${from}`) : `${number}`;
  return [file ?? '', where].filter((part) => part !== '').join(':');
}

export const raiseSection = (raises: readonly Raise[]): Section => ({
  id: 'surer',
  title: 'Surer with',
  blocks: raises.flatMap(({ what, grep, splunk }): Block[] => [
    text(line`${what}`),
    ...(grep === null && splunk === null
      ? []
      : [shell(...[grep, splunk === null ? null : `# Splunk: ${splunk}`].flatMap((one) => one ?? []))]),
  ]),
});

export function cureSection({ text: words, whoCures, check, change }: Cure): Section {
  const told: Block[] = [text(line`${good(sentence(words))} ${dim(`By: ${whoCures}.`)}`)];
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

export function adviceSections(cause: string): readonly Section[] {
  const rows = temptingAt(cause);
  if (rows.length === 0) return [];
  const blocks = rows.map(({ says, verdict, instead }) => text(line`${warn(`“${says}”`)} is ${verdict}. ${instead}`));
  return [{ id: 'advice', title: 'Not so', blocks }];
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
