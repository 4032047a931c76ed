import { isView, VIEWS } from '@why401/hops/batch';
import { fail } from '../failure.ts';
import type { Verb } from '../session.ts';
import { whoBatch } from '../who/batch.ts';
import { compareWays } from '../who/compare.ts';
import { askPeople, type PeopleOptions, twoNames } from '../who/people.ts';

export interface WhoOptions extends PeopleOptions {
  readonly batch?: string;
  readonly configRoot?: string;
  readonly view?: string;
  readonly check?: boolean;
  readonly compare?: boolean;
}

export const who: Verb<WhoOptions> = async (session, names, options) => {
  const { batch, view, configRoot, check = false, compare = false } = options;
  if (view !== undefined && !isView(view))
    fail('view-unknown', `There is no view ${view}.`, `One of ${VIEWS.join(', ')}.`);
  if (batch !== undefined) return whoBatch(session, { cases: batch, check, configRoot, view });
  return compare ? compareWays(session, twoNames(names)) : askPeople(session, names, options);
};
