/** What pest prints of a fault (`error.rs` of pest 2.7). `from` and `to` count characters; without `to` a place is meant. */
export function picture(text: string, message: string, from: number, to?: number): string {
  const characters = Array.from(text);
  const [line, column] = placeOf(characters, from);
  const shown = lineAt(characters, from);
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const start = Array.from(shown)
    .slice(0, column - 1)
    .map((character) => (character === '\t' ? '\t' : ' '))
    .join('');
  const marks = to === undefined ? '^---' : underline(to - from);
  return [
    `${margin}--> ${line}:${column}`,
    `${margin} |`,
    `${number} | ${shown}`,
    `${margin} | ${start}${marks}`,
    `${margin} |`,
    `${margin} = ${message}`,
  ].join('\n');
}

const underline = (length: number): string => (length > 1 ? `^${'-'.repeat(length - 2)}^` : '^');

function placeOf(characters: readonly string[], at: number): readonly [line: number, column: number] {
  const before = characters.slice(0, at);
  const last = before.lastIndexOf('\n');
  return [before.filter((character) => character === '\n').length + 1, at - last];
}

function lineAt(characters: readonly string[], at: number): string {
  const start = characters.slice(0, at).lastIndexOf('\n') + 1;
  const end = characters.indexOf('\n', at);
  const line = characters.slice(start, end < 0 ? undefined : end + 1).join('');
  const blank = characters[at] === '\n' || characters[at] === '\r';
  return blank ? line.replaceAll('\r', '␍').replaceAll('\n', '␊') : line.replace(/[\r\n]/g, '');
}
