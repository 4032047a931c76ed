/** nginx takes spaces away around a header value, and nothing else. */
export const isSpace = (byte: number): boolean => byte === 0x20;

/** Lua's `%s` and PCRE's `\s`: space, tab, LF, VT, FF, CR. */
export const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** The text without such bytes at its ends, in one pass: a regular expression would look at every run inside. */
export function trim(text: string, drops: (byte: number) => boolean): string {
  let from = 0;
  while (from < text.length && drops(text.charCodeAt(from))) from++;
  return trimEnd(text.slice(from), drops);
}

export function trimEnd(text: string, drops: (byte: number) => boolean): string {
  let to = text.length;
  while (to > 0 && drops(text.charCodeAt(to - 1))) to--;
  return to === text.length ? text : text.slice(0, to);
}
