import type { Place } from '../../facts/index.ts';
import { line, value } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataNotJson: MetadataRule<{
  readonly place?: Place;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'metadata-not-json',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2'), rfc('RFC 8259')],
  looksAt: 'text',
  judge: ({ reading: { form, stop, start } }) => {
    if (form === 'empty') return [{ found: 'nothing', wanted: 'a JSON object' }];
    if (form !== 'not-json' || stop === undefined) return [];
    const place = { line: stop.line, column: stop.column };
    return [{ place, found: start, wanted: stop.wanted }];
  },
  explain: ({ place, found, wanted }) =>
    place === undefined
      ? [line`The document is empty.`]
      : [
          line`The document is not JSON: at line ${place.line ?? 1}, column ${place.column ?? 1}, ${wanted} is wanted.`,
          line`It begins with ${value(found)}.`,
        ],
  hint: () => 'curl -s URL | jq . shows the same place; a file that was edited by hand often lacks a comma.',
};
