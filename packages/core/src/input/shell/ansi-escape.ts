const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};
const CODED = /x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})/y;

/** The text of `$'…'` from after its opening quote, and where it ends (past the closing quote). */
export function ansiEscape(text: string, from: number): { value: string; to: number } {
  let value = '';
  let at = from;
  while (at < text.length && text[at] !== "'") {
    if (text[at] !== '\\') {
      value += text[at++];
      continue;
    }
    const next = text[at + 1] ?? '';
    CODED.lastIndex = at + 1;
    const coded = CODED.exec(text);
    if (coded !== null) {
      const [all, hex, short, long, octal] = coded;
      const code = octal === undefined ? Number.parseInt(hex ?? short ?? long ?? '0', 16) : Number.parseInt(octal, 8);
      value += code <= 0x10ffff ? String.fromCodePoint(code) : all;
      at += 1 + all.length;
    } else {
      value += SIMPLE[next] ?? `\\${next}`;
      at += 2;
    }
  }
  return { value, to: at + 1 };
}
