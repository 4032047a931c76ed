import type { Outcome } from '../facts/index.ts';
import { sentenceOf, sideBySide } from '../issuer/index.ts';
import { type Block, bad, dim, good, type Line, line, type Report, type Section, warn } from '../report/index.ts';
import type { MemberFinding } from '../rules/index.ts';
import type { Minds } from './diff.ts';
import type { IssuerJudgement, IssuerStage } from './issuer.ts';
import { explainIssuerFinding } from './issuer-document.ts';
import { keyTable } from './issuer-keys.ts';
import type { IssuerPair, NamedIssuer } from './issuer-pairs.ts';

/** The same facts as `issuerDocument`, for people: verdict, what is wrong, spellings that differ, keys, stages. */
export function issuerReport(judgement: IssuerJudgement): Report {
  const { findings, pairs, keys, stages } = judgement;
  const serious = findings.filter(({ severity }) => severity !== 'info');
  const notes = findings.filter(({ severity }) => severity === 'info');
  const headline = headlineOf(judgement);
  const sections: readonly Section[] = [
    { id: 'verdict', title: '', blocks: [text([headline])] },
    { id: 'why', title: 'Why', blocks: text1(grouped(serious).flatMap(findingLines)) },
    { id: 'compared', title: 'Found', blocks: pairs.flatMap(pairBlocks) },
    { id: 'candidates', title: 'Keys', blocks: keys === undefined ? [] : keyTable(keys) },
    { id: 'findings', title: 'Also', blocks: text1(grouped(notes).map(noteLine)) },
    { id: 'path', title: 'Path', blocks: [{ kind: 'steps', steps: stages.map(stepOf) }] },
  ];
  return {
    title: headline.map((span) => span.text).join(''),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

const text = (lines: readonly Line[]): Block => ({ kind: 'text', lines });
const text1 = (lines: readonly Line[]): readonly Block[] => (lines.length === 0 ? [] : [text(lines)]);

const KINDS = {
  oidc: 'OpenID provider',
  oauth: 'OAuth authorization server',
  workload: 'workload issuer (machines, no login page)',
  federation: 'member of an OpenID federation',
} as const;

function headlineOf({ issuer, kind, profile, findings }: IssuerJudgement): Line {
  const count = (severity: MemberFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const verdict =
    errors > 0
      ? bad(`${errors} ${errors === 1 ? 'error' : 'errors'}`)
      : warnings > 0
        ? warn(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`)
        : good('In good order');
  const what = kind === undefined ? '' : ` · ${KINDS[kind]}`;
  const who = issuer === undefined ? '' : ` · ${issuer}`;
  return line`${verdict}${who}${what} · ${dim(`profile ${profile}`)}`;
}

const SEVERITIES = { error: bad('error'), warning: warn('warning'), info: dim('note') } as const;

interface Group {
  readonly finding: MemberFinding;
  /** Other members with the same defect. */
  readonly others: readonly string[];
}

/** One defect of several members is told once. */
function grouped(findings: readonly MemberFinding[]): readonly Group[] {
  const groups = new Map<string, { finding: MemberFinding; others: string[] }>();
  for (const finding of findings) {
    const group = groups.get(finding.id);
    if (group === undefined) groups.set(finding.id, { finding, others: [] });
    else if (finding.member !== undefined) group.others.push(finding.member);
  }
  return [...groups.values()];
}

function findingLines({ finding, others }: Group): readonly Line[] {
  const { lines, hint } = explainIssuerFinding(finding);
  const [first = [], ...more] = lines;
  return [
    [...line`${SEVERITIES[finding.severity]} `, ...first, ...line` ${dim(finding.id)}`],
    ...more,
    ...(others.length === 0 ? [] : [line`The same: ${others.join(', ')}.`]),
    ...(hint === undefined ? [] : [line`${hint}`]),
    line`${dim(finding.basis.map(({ ref }) => ref).join('; '))}`,
  ];
}

/** The headline alone: the page of the rule tells more. */
const noteLine = ({ finding, others }: Group): Line => [
  ...(explainIssuerFinding(finding).lines[0] ?? []),
  ...(others.length === 0 ? [] : line` The same: ${others.join(', ')}.`),
  ...line` ${dim(finding.id)}`,
];

function pairBlocks({ a, b, diff }: IssuerPair): readonly Block[] {
  const { compared, whoMinds } = diff;
  const { gapsA, gapsB, marks } = sideBySide(compared);
  const row = ({ source, name, value: own, place }: NamedIssuer, gaps: typeof gapsA) => ({
    source,
    name,
    value: own,
    gaps,
    ...(place?.file !== undefined && { place: `${place.file}:${place.line ?? 1}` }),
  });
  const sentences = [...new Set(compared.differences.map((one) => sentenceOf(compared, one)))];
  return [
    { kind: 'aligned', rows: [row(a, gapsA), row(b, gapsB)], marks },
    text([
      ...sentences.map((one) => line`${one}`),
      ...(whoOf(whoMinds, true) === '' ? [] : [line`${bad('minds')} ${whoOf(whoMinds, true)}`]),
      ...(whoOf(whoMinds, false) === '' ? [] : [line`${good('takes them for one')} ${whoOf(whoMinds, false)}`]),
    ]),
  ];
}

/** By name; what is compared is told where one and the same product answers both ways. */
function whoOf(whoMinds: readonly Minds[], minds: boolean): string {
  const isDivided = (who: string): boolean =>
    new Set(whoMinds.filter(({ comparer }) => comparer.who === who).map((one) => one.minds)).size > 1;
  const names = whoMinds
    .filter((one) => one.minds === minds)
    .map(({ comparer: { who, what } }) => (isDivided(who) ? `${who} (${what})` : who));
  return [...new Set(names)].join(', ');
}

const STAGE_NAMES: Readonly<Record<IssuerStage['name'], string>> = {
  json: 'document',
  issuer: 'issuer',
  metadata: 'metadata',
  keys: 'keys',
};

const WORDS: Readonly<Record<IssuerStage['name'], Readonly<Record<Outcome, string>>>> = {
  json: { pass: 'a JSON object', fail: 'cannot be read', unknown: 'not known', 'not-applicable': 'not given' },
  issuer: {
    pass: 'equals the one that was asked for',
    fail: 'must not be used as it is',
    unknown: 'not known to be the one that is wanted (--expect)',
    'not-applicable': 'not given',
  },
  metadata: {
    pass: 'no requirement is missed',
    fail: 'misses a requirement',
    unknown: 'not known',
    'not-applicable': 'not given',
  },
  keys: { pass: 'no error', fail: 'errors', unknown: 'not known', 'not-applicable': 'no key set was given (--jwks)' },
};

const stepOf = ({ name, outcome }: IssuerStage) => ({
  outcome,
  name: STAGE_NAMES[name],
  detail: line`${WORDS[name][outcome]}`,
});
