/** ASCII, and the other narrow characters that our own words and drawings use. */
const NARROW_TEXT =
  /^[\x20-\x7e\xa7\xb7\xd7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2190\u2192\u2260\u2264\u2265\u2500-\u257f\u2713\u2717]*$/;

/** Columns that a sanitised text takes in a terminal. */
export function widthOf(text: string): number {
  if (NARROW_TEXT.test(text)) return text.length;
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  const { narrow, mark, wide } = classes();
  if (letter <= '~' || narrow.test(letter)) return 1;
  if (mark.test(letter)) return 0;
  return wide.test(letter) ? 2 : 1;
}

interface Classes {
  /** Two columns in a terminal: East Asian wide and full-width letters, and emoji. */
  readonly wide: RegExp;
  /** Half-width Katakana and Hangul are of those scripts, and narrow. */
  readonly narrow: RegExp;
  readonly mark: RegExp;
}

let made: Classes | undefined;

/** Made when a letter asks for them: most texts need none, and to write them down costs a start a hundredth. */
function classes(): Classes {
  made ??= {
    wide: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Yi}\p{Script=Tangut}\p{Emoji_Presentation}\u2329\u232a\u3000-\u303e\u3041-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]$/u,
    narrow: /^[\uff61-\uffdc]$/u,
    mark: /^\p{M}$/u,
  };
  return made;
}
