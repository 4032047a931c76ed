import type { Basis, Outcome, Place } from '@why401/core';
import type { Plugin } from '../config/index.ts';
import type { Check } from '../judgement/index.ts';

export interface CheckParts<Data> {
  readonly plugin: Plugin | null;
  readonly step: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly data: Data;
  readonly basis: readonly Basis[];
  readonly found?: string | undefined;
  readonly wanted?: string | undefined;
  /** Looked up only when somebody reads it: places cost more than the check itself. */
  readonly at?: (() => Place) | undefined;
  readonly assumed?: boolean;
}

type Made<Data> = { -readonly [Key in keyof Check<Data>]: Check<Data>[Key] };

export function check<Data>(parts: CheckParts<Data>): Check<Data> {
  const { plugin, step, name, outcome, data, basis, at, found, wanted, assumed } = parts;
  const made: Made<Data> =
    at === undefined
      ? { plugin, step, name, outcome, data, basis }
      : {
          plugin,
          step,
          name,
          outcome,
          data,
          basis,
          get place() {
            return at();
          },
        };
  if (found !== undefined) made.found = found;
  if (wanted !== undefined) made.wanted = wanted;
  if (assumed === true) made.assumed = true;
  return made;
}
