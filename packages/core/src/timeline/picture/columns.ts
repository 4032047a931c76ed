const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Columns that a terminal gives a character. */
const columnsOf = (character: string): number => (ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1);

/** Pads or cuts a text to so many columns. Control characters, which would move the cursor, become `?`. */
export function fit(text: string, columns: number, ascii: boolean): string {
  const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '?');
  const characters = [...(ascii ? clean.replace(/[^\x20-\x7e]/gu, '?') : clean)];
  const cut = ascii ? '~' : '…';
  let [out, used] = ['', 0];
  const all = characters.reduce((sum, character) => sum + columnsOf(character), 0);
  const room = all > columns ? columns - 1 : columns;
  for (const character of characters) {
    if (used + columnsOf(character) > room) break;
    out += character;
    used += columnsOf(character);
  }
  if (all > columns && columns > 0) [out, used] = [out + cut, used + 1];
  return out + ' '.repeat(Math.max(0, columns - used));
}

/** Columns of a whole text. */
export const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + columnsOf(character), 0);
