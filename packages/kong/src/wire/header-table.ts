import type { HeaderLine } from './header-lines.ts';
import type { SeenRequest } from './read-request.ts';
import { USUAL_SETTINGS } from './settings.ts';

/** Lua sees this many lines, Host and every other one counted. */
const limitOf = ({ settings = USUAL_SETTINGS }: SeenRequest): number => settings.headerLines;

export const headersTruncated = (request: SeenRequest): boolean => request.lines.length > limitOf(request);

/** The lines that Lua code sees. */
export const visibleLines = (request: SeenRequest): readonly HeaderLine[] =>
  headersTruncated(request) ? request.lines.slice(0, limitOf(request)) : request.lines;

/** Lower case of the ASCII letters only, as in Lua's C locale. */
export const asciiLower = (bytes: string): string =>
  /[A-Z]/.test(bytes) ? bytes.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : bytes;

/** Values of every visible line of exactly that name (lower case), in wire order. */
export function valuesOf(request: SeenRequest, key: string): readonly string[] {
  const { lines } = request;
  const end = Math.min(lines.length, limitOf(request));
  const values: string[] = [];
  for (let i = 0; i < end; i++) {
    const line = lines[i];
    if (line !== undefined && line.key === key) values.push(line.value);
  }
  return values;
}

/**
 * Lookup in the table of `kong.request.get_headers()`: the name in lower case, else with every `_` as `-`.
 * So `x_token` also finds `x-token`, and `X-Token` never finds `x_token`.
 */
export function lookUpHeader(request: SeenRequest, configured: string): readonly string[] {
  const key = asciiLower(configured);
  const values = valuesOf(request, key);
  return values.length > 0 || !key.includes('_') ? values : valuesOf(request, key.replaceAll('_', '-'));
}
