import { capital, type DifferenceKind, extra, lacks, owner, type Seen } from './kind.ts';

const bothSides = (seen: Seen): boolean => seen.a !== '' && seen.b !== '';

const more = (id: string, mark: string, rest: (seen: Seen) => string): DifferenceKind => ({
  id,
  mark: () => mark,
  sentence: (seen, names) => `${capital(owner(seen, names))} ${rest(seen)}; ${lacks(seen, names)} does not.`,
});

const wellKnown = { kind: 'rfc', ref: 'RFC 8414 §3.1' } as const;
const discovery = { kind: 'rfc', ref: 'OpenID Connect Discovery 1.0 §4.1' } as const;

export const path: readonly DifferenceKind[] = [
  {
    id: 'trailing-slash',
    mark: (seen) => (extra(seen).length > 1 ? `${extra(seen).length} slashes at the end` : 'slash at the end'),
    sentence: (seen, names) =>
      `${capital(owner(seen, names))} ends with ${extra(seen).length > 1 ? 'slashes' : 'a slash'}, ${lacks(seen, names)} does not.`,
    basis: [{ kind: 'rfc', ref: 'OpenID Connect Core 1.0 §3.1.3.7' }],
  },
  more('double-slash', 'slash twice', () => 'has a slash twice'),
  {
    id: 'path-segment',
    mark: () => 'other path',
    sentence: (seen, names) =>
      bothSides(seen)
        ? `The path differs: "${seen.a}" in ${names.a}, "${seen.b}" in ${names.b}.`
        : `${capital(owner(seen, names))} has "${extra(seen)}" in its path, ${lacks(seen, names)} has not.`,
  },
  more('path-segment-extra', 'more path', (seen) => `has "${extra(seen)}" in its path`),
  {
    id: 'path',
    mark: () => 'path',
    sentence: (seen, names) => `The path differs: "${seen.a}" in ${names.a}, "${seen.b}" in ${names.b}.`,
  },
  more('dot-segment', 'dot segment', (seen) => `has the dot segment "${extra(seen)}", which a URL parser would remove`),
  more('version-suffix', 'version', (seen) => `ends with the version "${extra(seen)}"`),
  {
    ...more(
      'well-known-suffix',
      'address of the discovery document',
      (seen) => `has "${extra(seen)}" appended: the address of the metadata, not the issuer`,
    ),
    basis: [discovery],
  },
  {
    ...more(
      'well-known-inserted',
      'RFC 8414 insertion',
      () =>
        'has the well-known path inserted after the host, as RFC 8414 does: the address of the metadata, not the issuer',
    ),
    basis: [wellKnown],
  },
  more(
    'endpoint-pasted',
    'address of an endpoint',
    (seen) => `goes on with "${extra(seen)}": the address of an endpoint, not the issuer`,
  ),
  {
    id: 'query',
    mark: () => 'query',
    sentence: (seen, names) =>
      bothSides(seen)
        ? 'The query differs.'
        : `${capital(owner(seen, names))} has the query "${extra(seen)}", ${lacks(seen, names)} has not.`,
    basis: [{ kind: 'rfc', ref: 'RFC 8414 §2 (an issuer has no query and no fragment)' }],
  },
  {
    id: 'fragment',
    mark: () => 'fragment',
    sentence: (seen, names) =>
      bothSides(seen)
        ? 'The fragment differs.'
        : `${capital(owner(seen, names))} has the fragment "${extra(seen)}", ${lacks(seen, names)} has not.`,
    basis: [{ kind: 'rfc', ref: 'RFC 8414 §2 (an issuer has no query and no fragment)' }],
  },
];
