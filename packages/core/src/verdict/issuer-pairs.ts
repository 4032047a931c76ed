import type { Place } from '../facts/index.ts';
import { nearest } from '../issuer/index.ts';
import { diffIssuers, type IssuerDiff } from './diff.ts';

/** A spelling of an issuer, and where it stands. */
export interface NamedIssuer {
  /** `token`, `document`, `config` */
  readonly source: string;
  /** `iss`, `issuer`, `key`, `config.issuer` */
  readonly name: string;
  readonly value: string;
  readonly place?: Place;
  /** Taken out of the address of a document, which does not tell whether a slash is at the end. */
  readonly isOfAddress?: true;
}

/** Two spellings that mean one issuer to a person, and are not equal. */
export interface IssuerPair {
  readonly a: NamedIssuer;
  readonly b: NamedIssuer;
  readonly diff: IssuerDiff;
}

/** More would be a list, not an answer. */
const MOST_PAIRS = 20;

/** Every pair of different spellings that are near each other; each two strings once, equal ones never. */
export function issuerPairs(names: readonly NamedIssuer[]): readonly IssuerPair[] {
  const seen = new Set<string>();
  const distinct = names.filter(({ value }) => !seen.has(value) && seen.add(value));
  const pairs: IssuerPair[] = [];
  for (const [index, a] of distinct.entries()) {
    const later = distinct.slice(index + 1);
    const near = nearest(
      a.value,
      later.map(({ value }) => value),
      MOST_PAIRS,
    );
    for (const { index: at } of [...near].sort((one, other) => one.index - other.index)) {
      const b = later[at];
      if (b !== undefined && !areOne(a, b) && pairs.length < MOST_PAIRS)
        pairs.push({ a, b, diff: diffIssuers(a.value, b.value) });
    }
  }
  return pairs;
}

const areOne = (a: NamedIssuer, b: NamedIssuer): boolean =>
  (a.isOfAddress === true || b.isOfAddress === true) && a.value.replace(/\/$/, '') === b.value.replace(/\/$/, '');
