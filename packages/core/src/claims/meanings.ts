import type { Basis } from '../facts/index.ts';
import { CLAIM_ROWS, PROVIDER_ROWS, type Row } from './claims-table.ts';
import { HEADER_ROWS } from './header-table.ts';
import type { Meaning } from './model.ts';

type Groups = readonly (readonly [ref: string, rows: readonly Row[]])[];

const CLAIMS: ReadonlyMap<string, Meaning> = new Map([
  ...index(PROVIDER_ROWS, 'provider-docs'),
  ...index(CLAIM_ROWS, 'rfc'),
]);
const PARAMETERS: ReadonlyMap<string, Meaning> = new Map(index(HEADER_ROWS, 'rfc'));

/** What a claim means by the document that defines it; undefined for a private claim that is not in the table. */
export function claimMeaning(name: string): Meaning | undefined {
  return CLAIMS.get(name);
}

/** The same for a parameter of the JOSE header. */
export function parameterMeaning(name: string): Meaning | undefined {
  return PARAMETERS.get(name);
}

function index(groups: Groups, kind: Basis['kind']): [string, Meaning][] {
  return groups.flatMap(([ref, rows]) =>
    rows.map(([name, title, value, meaning]): [string, Meaning] => [
      name,
      { name, title, meaning, value, basis: { kind, ref } },
    ]),
  );
}
