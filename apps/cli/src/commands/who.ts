import { isView, VIEWS } from '@why401/hops/batch';
import { fail } from '../failure.ts';
import type { Verb } from '../session.ts';
import { whoBatch } from '../who/batch.ts';

export interface WhoOptions {
  readonly batch?: string;
  readonly configRoot?: string;
  readonly view?: string;
  readonly check?: boolean;
}

export const who: Verb<WhoOptions> = async (session, _args, options) => {
  const { batch, view, configRoot, check = false } = options;
  if (view !== undefined && !isView(view))
    fail('view-unknown', `There is no view ${view}.`, `One of ${VIEWS.join(', ')}.`);
  if (batch === undefined)
    return fail('nothing-to-judge', 'There are no cases to judge.', 'why401 who --batch cases.ndjson');
  return whoBatch(session, { cases: batch, check, configRoot, view });
};
