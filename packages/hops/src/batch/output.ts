import type { Candidate, Certainty, Verdict } from '../decide/index.ts';
import type { Cause, Hop, Link } from '../tables/causes/index.ts';
import { reasonText } from '../tables/reasons/index.ts';

/** One line of output. */
export interface HopOutput {
  readonly id: string;
  readonly hop: Hop | null;
  readonly link: Link | null;
  readonly cause: Cause | null;
  readonly certainty: Certainty;
  readonly candidates: readonly Candidate[];
  /** Why, or what to fetch where there is no verdict. */
  readonly because: string;
}

export const outputOf = (id: string, verdict: Verdict | null): HopOutput =>
  verdict === null
    ? { id, hop: null, link: null, cause: null, certainty: 'possible', candidates: [], because: NOTHING }
    : {
        id,
        hop: verdict.hop,
        link: verdict.link,
        cause: verdict.cause,
        certainty: verdict.certainty,
        candidates: verdict.candidates,
        because: verdict.because.map(reasonText).join('; '),
      };

const NOTHING =
  'nothing that was given tells: fetch the client’s response (curl -i), Kong’s error.log and its JSON log entry of this request';
