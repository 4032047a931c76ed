import type { HeaderLine } from './header-lines.ts';

/** The request headers on their way upstream, as plugins change them. Names are lower-case. */
export interface UpstreamHeaders {
  /** `ngx.req.set_header`: a client's copy keeps its place, further copies go, a new header is appended. */
  set(key: string, value: string): void;
  clear(key: string): void;
  list(): readonly (readonly [key: string, value: string])[];
}

export function createUpstreamHeaders(lines: readonly HeaderLine[]): UpstreamHeaders {
  let pairs: [string, string][] = lines.map((line) => [line.key, line.value]);
  return {
    set(key, value) {
      const escaped = escapeControls(value);
      const first = pairs.find(([name]) => name === key);
      if (first === undefined) {
        pairs.push([key, escaped]);
        return;
      }
      first[1] = escaped;
      pairs = pairs.filter((pair) => pair === first || pair[0] !== key);
    },
    clear(key) {
      if (pairs.some(([name]) => name === key)) pairs = pairs.filter(([name]) => name !== key);
    },
    list: () => pairs,
  };
}

/** Bytes that would break a header line are written `%hh`, in upper case. */
const escapeControls = (value: string): string =>
  /[\x00-\x08\x0a-\x1f\x7f]/.test(value)
    ? value.replace(
        /[\x00-\x08\x0a-\x1f\x7f]/g,
        (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      )
    : value;
