import type { Place } from '@why401/core';
import type { Check } from '../judgement/index.ts';

export interface CheckParts<Data> extends Omit<Check<Data>, 'place'> {
  /** Looked up only when somebody reads it: places cost more than the check itself. */
  readonly at?: (() => Place) | undefined;
}

export function check<Data>(parts: CheckParts<Data>): Check<Data> {
  const { at, ...rest } = parts;
  if (at === undefined) return rest;
  return Object.defineProperty(rest as Check<Data>, 'place', { get: at, enumerable: true, configurable: true });
}
