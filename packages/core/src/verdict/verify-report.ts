import type { Finding } from '../facts/index.ts';
import { type Key, type KeyReading, keyFingerprint } from '../keys/index.ts';
import type { Crypto } from '../ports/index.ts';
import {
  type Block,
  bad,
  code,
  dim,
  good,
  type Line,
  line,
  type Report,
  type Section,
  value,
  warn,
} from '../report/index.ts';
import { explainTokenFinding } from '../rules/index.ts';
import { explainDiagnosis, type SignatureVerdict } from '../signature/index.ts';
import type { TokenJudgement } from './judge-token.ts';
import { candidateTable } from './verify-candidates.ts';
import { type ClaimCheck, type ExpectedClaims, isoTime, wantedText } from './verify-claims.ts';
import { type KeyFindingData, keyFindings } from './verify-key-findings.ts';
import { reasonWords } from './verify-reasons.ts';

/** Sets a claim that differs above what was wanted. */
export type Compare = (check: ClaimCheck) => Block | undefined;

/**
 * The same facts as `verifyDocument`, for people: verdict, why, cure, keys, claims, and what else was seen.
 * @param compare `comparedBlock`; handed in, so that a program may load the comparison only where a claim differs
 */
export function verifyReportWith(
  compare: Compare,
  judgement: TokenJudgement,
  reading: KeyReading,
  crypto: Crypto,
): Report {
  const { signature, claims } = judgement;
  const { why, cure } = wordsOf(signature, reading);
  const sections: Section[] = [
    { id: 'verdict', title: '', blocks: [{ kind: 'text', lines: [headline(judgement)] }] },
    { id: 'why', title: 'Why', blocks: [{ kind: 'text', lines: why }] },
    { id: 'cure', title: 'Cure', blocks: textBlocks(cure) },
    { id: 'candidates', title: 'Keys', blocks: keyBlocks(signature, crypto) },
    { id: 'claims', title: 'Claims', blocks: claimBlocks(claims, compare) },
    {
      id: 'findings',
      title: 'Also',
      blocks: textBlocks([
        ...judgement.findings.map(tokenFindingLine),
        ...keyFindings(reading, signature).map(findingLine),
      ]),
    },
  ];
  return { title: titleOf(signature), sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

/** Which clock decided, and how far clocks may differ. */
export function clockSection({ now, leeway }: Pick<ExpectedClaims, 'now' | 'leeway'>): Section {
  const at = isoTime(Math.floor(now / 1000));
  return {
    id: 'clock',
    title: 'Clock',
    blocks: [{ kind: 'text', lines: [line`Judged at ${value(at)} with a leeway of ${value(`${leeway} s`)}.`] }],
  };
}

const textBlocks = (lines: readonly Line[]): readonly Block[] => (lines.length === 0 ? [] : [{ kind: 'text', lines }]);

const titleOf = ({ outcome, algorithm }: SignatureVerdict): string =>
  `Signature ${outcome}${algorithm === undefined ? '' : ` (${algorithm})`}`;

function headline({ signature, signatures, claims }: TokenJudgement): Line {
  const { outcome, algorithm } = signature;
  const tone = outcome === 'valid' ? good : outcome === 'invalid' ? bad : warn;
  const failed = claims.filter((check) => check.outcome === 'fail').map(({ name }) => name);
  const several =
    signatures.length > 1
      ? ` · ${signatures.filter((one) => one.outcome === 'valid').length} of ${signatures.length} signatures valid`
      : '';
  return [
    tone(`Signature ${outcome}`),
    ...line`${algorithm === undefined ? '' : ` · ${algorithm}`}${several}`,
    ...(failed.length === 0 ? [] : line` · ${bad(`${failed.join(', ')} not acceptable`)}`),
  ];
}

/** A diagnosis says more than the bare reason: where there is one, it is the answer. */
function wordsOf(verdict: SignatureVerdict, reading: KeyReading): { why: readonly Line[]; cure: readonly Line[] } {
  const words = reasonWords(verdict, reading.keys.length);
  const diagnoses = verdict.diagnoses.map(explainDiagnosis);
  if (diagnoses.length === 0) return words;
  return {
    why: [
      ...diagnoses.flatMap((lines) => lines.slice(0, -1)),
      ...(verdict.reason === 'does-not-verify' ? [] : words.why),
    ],
    cure: diagnoses.map((lines) => lines.at(-1) ?? []),
  };
}

function keyBlocks(verdict: SignatureVerdict, crypto: Crypto): readonly Block[] {
  const { key } = verdict;
  return [...textBlocks(key === undefined ? [] : [keyLine(key, crypto)]), ...candidateTable(verdict)];
}

function keyLine(key: Key, crypto: Crypto): Line {
  const place = [key.source.place.file, key.source.path].filter((text) => text !== undefined && text !== '').join(' ');
  return line`${code(keyFingerprint(key, crypto) ?? '')} ${dim([key.source.form, place].filter((text) => text !== '').join(', '))}`;
}

const SIGNS = { pass: good('ok'), fail: bad('no'), 'not-applicable': dim('none'), unknown: warn('?') } as const;

function claimBlocks(claims: readonly ClaimCheck[], compare: Compare): readonly Block[] {
  const rows = claims.map((check): readonly Line[] => [
    line`${SIGNS[check.outcome]}`,
    line`${check.name}`,
    line`${check.found === undefined ? dim('missing') : value(literal(check.found))}`,
    check.outcome === 'not-applicable' ? line`${dim(wantedText(check))}` : line`${wantedText(check)}`,
  ]);
  if (rows.length === 0) return [];
  const compared = claims.map(compare).filter((block) => block !== undefined);
  return [{ kind: 'table', head: ['', 'claim', 'found', 'wanted'], rows }, ...compared];
}

const literal = (found: unknown): string => {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found));
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
};

const SEVERITIES = { error: bad('error'), warning: warn('warning'), info: dim('note') } as const;

/** The headline alone: the page of the rule tells more. */
const tokenFindingLine = (finding: Finding): Line => [
  ...line`${SEVERITIES[finding.severity]} `,
  ...(explainTokenFinding(finding)[0] ?? []),
  ...line` ${dim(finding.id)}`,
];

function findingLine({ severity, data }: Finding<KeyFindingData>): Line {
  const which = data.key === undefined || data.key.path === '' ? '' : `${data.key.path}: `;
  const hint = data.hint === undefined ? [] : line` ${code(data.hint)}`;
  return [...line`${SEVERITIES[severity]} ${which}${data.message}`, ...hint];
}
