import type { Place } from '@why401/core';
import type { Refusal } from '../model.ts';
import type { Claim, Leaf } from '../schema/index.ts';
import type { Source } from '../text/index.ts';

/** Refusals of one file: their paths lead through the file itself. */
export function fileRefusals(found: readonly Leaf[], source: Source): Refusal[] {
  return found.map(({ path, message }) => ({ path, message, place: placeOf(path, source) }));
}

/** Refusals between entities: their paths name the entity. */
export function claimRefusals(claims: readonly Claim[]): Refusal[] {
  return claims.map(({ path, message, item }) =>
    item ? { path, message, place: item.source.place(item.node) } : { path, message },
  );
}

function placeOf(path: readonly (string | number)[], source: Source): Place {
  const checks = path.indexOf('@entity');
  return source.placeOf(0, checks < 0 ? path : path.slice(0, checks));
}
