import { kindName } from '../claims/index.ts';
import type { Severity } from '../facts/index.ts';
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
  strong,
  value,
  warn,
} from '../report/index.ts';
import type { FindingDescription, TokenDescription } from './decode.ts';
import { foundLines, kindWords } from './decode-kind-words.ts';
import type { MemberDescription } from './decode-members.ts';

/** A description of a token for people: what it is, header, claims with meaning and times, findings. */
export function decodeReport(description: TokenDescription): Report {
  return { title: titleOf(description), sections: sectionsOf(description).filter(({ blocks }) => blocks.length > 0) };
}

function sectionsOf(description: TokenDescription): readonly Section[] {
  const { header, claims, findings, nested, parts } = description;
  const inner =
    nested === null
      ? []
      : [text([line`${strong('Inside it')}`]), ...sectionsOf(nested).flatMap(({ blocks }) => blocks)];
  return [
    { id: 'token', title: '', blocks: [text(headline(description))] },
    { id: 'found', title: 'Read', blocks: texts(foundLines(description)) },
    { id: 'findings', title: 'Wrong', blocks: texts(serious(findings).flatMap(findingLines)) },
    { id: 'header', title: 'Header', blocks: members(header, false) },
    { id: 'claims', title: 'Claims', blocks: members(claims, true) },
    { id: 'parts', title: 'Parts', blocks: texts(parts.flatMap(partLines)) },
    {
      id: 'notes',
      title: 'Also',
      blocks: texts(findings.filter((finding) => !isSerious(finding)).flatMap(findingLines)),
    },
    { id: 'nested', title: 'Inside', blocks: inner },
    { id: 'not', title: 'Not', blocks: texts(notChecked(description)) },
  ];
}

const text = (lines: readonly Line[]): Block => ({ kind: 'text', lines });
const texts = (lines: readonly Line[]): readonly Block[] => (lines.length === 0 ? [] : [text(lines)]);

function titleOf({ kind, fingerprint }: TokenDescription): string {
  return `${kindWords(kind)} ${fingerprint}`;
}

function headline({
  kind,
  look,
  probably,
  header,
  fingerprint,
  characters,
  strict,
}: TokenDescription): readonly Line[] {
  const of = (name: string): string | undefined => {
    const found = header?.find((member) => member.name === name)?.value;
    return typeof found === 'string' ? found : undefined;
  };
  const [alg, kid] = [of('alg'), of('kid')];
  const named: Line = [
    ...(alg === undefined ? [] : line` · ${code(alg)}`),
    ...(kid === undefined ? [] : line` · kid ${value(kid)}`),
    ...(probably === null ? [] : line` · probably ${kindName(probably.kind)} ${dim(`(${probably.because})`)}`),
  ];
  const verdict = strict.valid ? good('well-formed') : bad('not valid by the standards');
  const unchecked = warn(kind === 'jwe' ? 'not decrypted' : 'signature not checked');
  return [
    [strong(kindWords(kind, look)), ...named],
    kind === 'opaque'
      ? line`${characters} characters · ${dim(fingerprint)}`
      : line`${characters} characters · ${dim(fingerprint)} · ${verdict}, ${unchecked}`,
  ];
}

/** Errors first, each kind in the order of the rules. */
function serious(findings: readonly FindingDescription[]): readonly FindingDescription[] {
  const of = (wanted: Severity): readonly FindingDescription[] =>
    findings.filter(({ severity }) => severity === wanted);
  return [...of('error'), ...of('warning')];
}

const isSerious = ({ severity }: FindingDescription): boolean => severity !== 'info';

const SIGNS: Readonly<Record<Severity, Line>> = {
  error: [bad('error')],
  warning: [warn('warning')],
  info: [dim('note')],
};

function findingLines({ severity, message, details, id }: FindingDescription): readonly Line[] {
  return [[...SIGNS[severity], ...line` ${message} ${dim(id)}`], ...details.map((detail) => line`  ${detail}`)];
}

function members(list: readonly MemberDescription[] | null, withMeaning: boolean): readonly Block[] {
  if (list === null) return [];
  if (list.length === 0) return texts([line`${dim('empty')}`]);
  const rows = list.map((member): readonly Line[] => [
    line`${strong(member.name)}`,
    line`${value(member.literal ?? literal(member.value))}`,
    withMeaning ? claimWords(member) : line`${dim(member.meaning ?? '')}`,
  ]);
  return [{ kind: 'table', head: ['name', 'value', 'meaning'], rows }];
}

function claimWords({ time, title, meaning }: MemberDescription): Line {
  if (time === undefined) return line`${dim(meaning ?? title ?? '')}`;
  const both = time.local === time.utc ? time.utc : `${time.local} (${time.utc})`;
  return line`${dim(title ?? '')} ${both}, ${strong(time.relative)}`;
}

const SHOWN = 300;

/** Values are cut for people; JSON has them whole. */
function literal(found: MemberDescription['value']): string {
  const whole = typeof found === 'string' ? found : JSON.stringify(found);
  return whole.length <= SHOWN ? whole : `${whole.slice(0, SHOWN)}…`;
}

function partLines({ name, octets, fingerprint, text: raw }: TokenDescription['parts'][number]): readonly Line[] {
  if (raw !== undefined) return [line`${name}: ${value(raw)}`];
  return fingerprint === undefined ? [] : [line`${name}: ${octets} octets, ${dim(fingerprint)}`];
}

function notChecked({ kind, look }: TokenDescription): readonly Line[] {
  if (look === 'broken-jwt') return [line`Nothing is valid about it; what could be read of it is shown.`];
  if (kind === 'opaque') return [line`Nothing can be read from it: only whoever issued it knows what it stands for.`];
  if (kind === 'jwe') return [line`Nothing inside was seen: the token is encrypted.`];
  return [
    line`The signature was not checked: anybody can write such a token. ${code('why401 verify --key FILE')} checks it.`,
  ];
}
