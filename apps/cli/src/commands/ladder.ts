import {
  climb,
  type Drawn,
  ladderDocument,
  ladderReport,
  type Neighbours,
  patiences,
  readPatience,
} from '@why401/hops/ladder';
import { exitCodes } from '../exit-codes.ts';
import { Failure, fail } from '../failure.ts';
import { loadedGateway } from '../input/gateway.ts';
import type { Verb } from '../session.ts';

export interface LadderOptions extends Neighbours {
  readonly config: readonly string[];
  readonly service?: string;
  readonly kongVersion: string;
}

/** Time-outs of a chain, held against one another. */
export const ladder: Verb<LadderOptions> = async (session, _, options) => {
  const { gateway } = await loadedGateway(session, options);
  const found = patiences(gateway, options.service);
  if (found.length === 0)
    fail(
      'no-such-service',
      'The configuration has no such Service.',
      'Give --service NAME as it stands there, or leave it out.',
    );
  const drawn = found.map((kong): Drawn => {
    const read = readPatience(kong, options);
    if (!read.ok) throw new Failure(read.problem);
    return { kong, ladder: climb(read.value) };
  });
  const { unicode, width } = session.settings.style;
  const inverted = drawn.some(({ ladder: { inversions } }) => inversions.length > 0);
  return {
    exit: inverted ? exitCodes.rejected : exitCodes.fine,
    report: () => ladderReport(drawn, { unicode, width }),
    json: () => ladderDocument(drawn),
  };
};
