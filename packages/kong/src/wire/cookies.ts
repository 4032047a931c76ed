import { asciiLower } from './header-table.ts';
import type { SeenRequest } from './read-request.ts';

/**
 * nginx's `$cookie_<name>` (`ngx_http_parse_multi_header_lines`): the name is compared without regard to
 * case, a pair may follow `;` or `,`, its value runs to the next `;` only. Every Cookie line is read, also
 * beyond the 100th header. `undefined` where no pair has the name.
 */
export function cookieValue(request: SeenRequest, name: string): string | undefined {
  const wanted = asciiLower(name);
  for (const line of request.lines) {
    if (line.key !== 'cookie') continue;
    const value = inLine(line.value, wanted);
    if (value !== undefined) return value;
  }
  return undefined;
}

function inLine(line: string, wanted: string): string | undefined {
  if (wanted.length > line.length) return undefined;
  const lower = asciiLower(line);
  let at = 0;
  while (at < line.length) {
    if (lower.startsWith(wanted, at)) {
      const sign = skipSpaces(line, at + wanted.length);
      if (line[sign] === '=') return valueAt(line, skipSpaces(line, sign + 1));
      // The byte that is no `=` is consumed: after `jwt;` the search goes on behind the next separator.
      at = Math.min(sign + 1, line.length);
    }
    while (at < line.length) {
      const byte = line[at++];
      if (byte === ';' || byte === ',') break;
    }
    at = skipSpaces(line, at);
  }
  return undefined;
}

function valueAt(line: string, from: number): string {
  const end = line.indexOf(';', from);
  return line.slice(from, end < 0 ? line.length : end);
}

function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}
