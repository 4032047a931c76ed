import { capital, type DifferenceKind, extra, inPart, lacks, owner, type Seen } from './kind.ts';

const bothSides = (seen: Seen): boolean => seen.a !== '' && seen.b !== '';

export const text: readonly DifferenceKind[] = [
  {
    id: 'text',
    mark: (seen) => inPart('other text', seen),
    sentence: (seen, names) =>
      bothSides(seen)
        ? `${capital(names.a)} has "${seen.a}" where ${names.b} has "${seen.b}".`
        : `${capital(owner(seen, names))} has "${extra(seen)}", ${lacks(seen, names)} has not.`,
  },
  {
    id: 'cut-off',
    mark: () => 'goes on in one only',
    sentence: (seen, names) =>
      `${capital(lacks(seen, names))} ends here, ${owner(seen, names)} goes on with "${extra(seen)}".`,
  },
  {
    id: 'cut-front',
    mark: () => 'in front in one only',
    sentence: (seen, names) =>
      `${capital(owner(seen, names))} has "${extra(seen)}" in front of it, ${lacks(seen, names)} has not.`,
  },
  {
    id: 'url-and-name',
    mark: () => 'a URL / no URL',
    sentence: (seen, names) => `One is a URL, the other is not: "${seen.a}" in ${names.a}, "${seen.b}" in ${names.b}.`,
  },
  {
    id: 'empty',
    mark: () => 'empty',
    sentence: (seen, names) => `${capital(lacks(seen, names))} is empty.`,
  },
  {
    id: 'punctuation-at-end',
    mark: (seen) => `"${extra(seen)}" at the end`,
    sentence: (seen, names) =>
      `${capital(owner(seen, names))} has "${extra(seen)}" at the end, pasted along with the sentence; ${lacks(seen, names)} has not.`,
  },
  {
    id: 'angle-brackets',
    mark: () => 'bracket pasted along',
    sentence: (seen, names) =>
      `${capital(owner(seen, names))} stands in angle brackets, ${lacks(seen, names)} does not.`,
  },
];
