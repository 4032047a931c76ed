import { type Finding, REDACTED } from '../model.ts';

const BEGIN = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/g;

/** The body of each private key in PEM; of one that is cut, all that follows. */
export function findPrivateKeys(text: string): readonly Finding[] {
  const found: Finding[] = [];
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match; match = BEGIN.exec(text)) {
    const from = match.index + match[0].length;
    END.lastIndex = from;
    const to = END.exec(text)?.index ?? text.length;
    if (to > from) found.push({ from, to, mask: REDACTED });
    BEGIN.lastIndex = to;
  }
  return found;
}

/** Whether a text ends inside a private key: the lines after it belong to it. */
export function endsInPrivateKey(text: string, inside: boolean): boolean {
  const last = (pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
  const [begin, end] = [last(BEGIN), last(END)];
  return begin === end ? inside : begin > end;
}

/** Where a key that began on an earlier line ends on this one. */
export function privateKeyEnd(text: string): number {
  END.lastIndex = 0;
  return END.exec(text)?.index ?? text.length;
}
