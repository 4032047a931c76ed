import type { Comparison, Side } from './model.ts';

/** The member `compared` of `who --compare --json`. */
export const compareDocument = ({ via, direct, sameStatus, sameBody, headers, says }: Comparison): object => ({
  compared: { via: sideDocument(via), direct: sideDocument(direct), sameStatus, sameBody, headers, says },
});

const sideDocument = ({ name, answer, isKongs, isKongsOwn, page }: Side): object => ({
  name,
  status: answer.status,
  error: answer.error,
  bodyBytes: answer.bodyBytes,
  elapsedMs: answer.elapsedMs,
  isKongs,
  isKongsOwn,
  page,
});
