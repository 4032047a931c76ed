import type { Basis } from '@why401/core';
import type { Release } from '../../versions/index.ts';

/** Steps that the parser makes; the handler makes the others. */
const IN_PARSER: ReadonlySet<string> = new Set([
  'J20',
  'J21',
  'J22',
  'J23',
  'J24',
  'J50',
  'J51',
  'J52',
  'J53',
  'J60',
  'J61',
]);

/** Releases of which recordings exist, and whose source was read. */
const KNOWN: Readonly<Record<string, string>> = { '2.8': '2.8.5', '3.4': '3.4.2', '3.9': '3.9.1' };

interface Bases {
  readonly handler: readonly Basis[];
  readonly parser: readonly Basis[];
}

const made = new WeakMap<Release, Bases>();

/** Why a step is believed to be so in this release. */
export function basisOf(step: string, release: Release): readonly Basis[] {
  let known = made.get(release);
  if (known === undefined) {
    known = { handler: bases('handler.lua', release), parser: bases('jwt_parser.lua', release) };
    made.set(release, known);
  }
  return IN_PARSER.has(step) ? known.parser : known.handler;
}

function bases(file: string, { version, assumed }: Release): readonly Basis[] {
  const path = `kong/plugins/jwt/${file}`;
  if (assumed) {
    const ref = `Kong ${version}: its source is closed; taken as 3.9 with the changes that its changelog names`;
    return [
      { kind: 'assumed', ref },
      { kind: 'kong-source', ref: `${path}@3.9.1` },
    ];
  }
  const recorded = KNOWN[version];
  const source: Basis = {
    kind: 'kong-source',
    ref: `${path}@${recorded ?? (version === 'HEAD' ? 'master' : `${version}.0`)}`,
  };
  return recorded === undefined ? [source] : [source, { kind: 'recorded', ref: `Kong ${recorded}` }];
}
