import { type ParsedFile, placeInFile } from '../forms/index.ts';
import type { Refusal } from '../model.ts';
import type { Claim, Leaf } from '../schema/index.ts';
import type { ListCache } from '../text/index.ts';

/** Refusals of one file: their paths lead through the file itself. */
export function fileRefusals(found: readonly Leaf[], file: ParsedFile): Refusal[] {
  const cache: ListCache = new Map();
  return found.map(({ path, message }) => ({ path, message, place: placeInFile(file, inFile(path), cache) }));
}

/** Refusals between entities: their paths name the entity. */
export function claimRefusals(claims: readonly Claim[]): Refusal[] {
  return claims.map(({ path, message, item, over }) => ({
    path,
    message,
    ...(item && { place: item.source.place(item.node, over?.field) }),
    ...(over && { over: `${over.field} names ${over.value}, which is not among the ${over.entity}` }),
  }));
}

/** The part of a path that leads through the file: the checks of a record stand nowhere in it. */
function inFile(path: readonly (string | number)[]): readonly (string | number)[] {
  const checks = path.indexOf('@entity');
  return checks < 0 ? path : path.slice(0, checks);
}
