import type { HeaderLine } from './header-lines.ts';

/** The request headers on their way upstream, as plugins change them. Names are lower-case. */
export interface UpstreamHeaders {
  /**
   * `kong.service.request.set_header`: a client's copy keeps its place, further copies go, a new header is appended.
   * Of several values the first does so, and the others are appended. An empty value becomes one space.
   */
  set(key: string, value: string | readonly string[]): void;
  clear(key: string): void;
  /** What a plugin sees now: lines that nobody touched keep the client's spelling. */
  lines(): readonly HeaderLine[];
  list(): readonly (readonly [key: string, value: string])[];
}

export function createUpstreamHeaders(received: readonly HeaderLine[]): UpstreamHeaders {
  let lines = received;
  return {
    set(key, value) {
      const [first = '', ...others] = (typeof value === 'string' ? [value] : value).map(written);
      const at = lines.findIndex((line) => line.key === key);
      const appended = (text: string): HeaderLine => ({ name: key, key, value: text });
      if (at < 0) lines = [...lines, appended(first)];
      else
        lines = lines.flatMap((line, i) => (i === at ? [{ ...line, value: first }] : line.key === key ? [] : [line]));
      if (others.length > 0) lines = [...lines, ...others.map(appended)];
    },
    clear(key) {
      if (lines.some((line) => line.key === key)) lines = lines.filter((line) => line.key !== key);
    },
    lines: () => lines,
    list: () => lines.map(({ key, value }) => [key, value]),
  };
}

/** Bytes that would break a header line are written `%hh`, in upper case. */
function written(value: string): string {
  if (value === '') return ' ';
  return /[\x00-\x08\x0a-\x1f\x7f]/.test(value)
    ? value.replace(
        /[\x00-\x08\x0a-\x1f\x7f]/g,
        (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      )
    : value;
}
