import type { Drawn } from './report.ts';

/** As `--json` prints it, without the frame of every document. */
export const ladderDocument = (drawn: readonly Drawn[]): object => ({
  ladders: drawn.map(({ kong, ladder }) => ({ ...kong, ...ladder })),
});
