import { characterName, codePoint, scriptOf } from './characters.ts';
import { capital, type DifferenceKind, extra, inPart, lacks, owner, type Seen } from './kind.ts';

function foreign(seen: Seen): string {
  const letter = [...seen.a, ...seen.b].find((one) => one > '\x7f');
  if (letter === undefined) return '';
  const script = scriptOf(letter);
  return script === undefined || script === 'Latin' ? codePoint(letter) : `${script} ${codePoint(letter)}`;
}

const caseRule = (seen: Seen): string =>
  seen.part === 'host' || seen.part === 'scheme'
    ? `A URL would mean the same, but an issuer is compared by code points, ${seen.part} and all.`
    : 'Case counts.';

export const letters: readonly DifferenceKind[] = [
  {
    id: 'case',
    mark: (seen) => inPart('case', seen),
    sentence: (seen, names) => `${capital(names.a)} has "${seen.a}", ${names.b} "${seen.b}". ${caseRule(seen)}`,
    basis: [{ kind: 'rfc', ref: 'OpenID Connect Core 1.0 §3.1.3.7' }],
  },
  {
    id: 'look-alike',
    mark: (seen) =>
      foreign(seen) === '' ? `look-alike: ${seen.a} / ${seen.b}` : `look-alike letter: ${foreign(seen)}`,
    sentence: (seen, names) =>
      `"${seen.a}" in ${names.a} and "${seen.b}" in ${names.b} only look alike${foreign(seen) === '' ? '' : `: one is ${foreign(seen)}`}.`,
  },
  {
    id: 'full-width',
    mark: (seen) => `full-width letter: ${foreign(seen)}`,
    sentence: (seen, names) =>
      `One of "${seen.a}" (${names.a}) and "${seen.b}" (${names.b}) is the full-width form, another character.`,
  },
  {
    id: 'unicode-form',
    mark: () => 'composed / decomposed letter',
    sentence: (seen) =>
      `The same letter, written as ${[...seen.a].map(codePoint).join(' ')} and as ${[...seen.b].map(codePoint).join(' ')}: Unicode calls them equivalent, a comparison of code points does not.`,
  },
  {
    id: 'percent-case',
    mark: () => 'case of the percent-encoding',
    sentence: (seen, names) =>
      `"${seen.a}" (${names.a}) and "${seen.b}" (${names.b}) encode the same character, in other hex digits' case.`,
  },
  {
    id: 'percent-encoding',
    mark: () => 'percent-encoded / plain',
    sentence: (seen, names) =>
      `"${seen.a}" (${names.a}) and "${seen.b}" (${names.b}) are one character, percent-encoded in one of the two only.`,
  },
  {
    id: 'punycode',
    mark: () => 'punycode / Unicode host',
    sentence: (seen, names) =>
      `"${seen.a}" (${names.a}) and "${seen.b}" (${names.b}) are the same host name, in its ASCII and its Unicode form.`,
    basis: [{ kind: 'rfc', ref: 'RFC 5890 §2.3.2.1' }],
  },
  {
    id: 'backslash',
    mark: () => 'backslash / slash',
    sentence: (seen, names) => `A backslash stands for a slash in ${seen.a.includes('\\') ? names.a : names.b}.`,
  },
  {
    id: 'quotes',
    mark: (seen) => (seen.a === '' || seen.b === '' ? 'quote pasted along' : 'other quotes'),
    sentence: (seen, names) =>
      seen.a === '' || seen.b === ''
        ? `${capital(owner(seen, names))} has a quote (${[...extra(seen)].map(characterName).join(', ')}) pasted along, ${lacks(seen, names)} has not.`
        : `The quotes in ${names.a} and ${names.b} are different characters.`,
  },
];
