import { readAnswer } from '../evidence/index.ts';
import type { ClientAnswer } from '../record/index.ts';
import { headerChanges } from './headers.ts';
import type { Comparison, Side } from './model.ts';
import { sayingsOf } from './sayings.ts';

export interface Named {
  readonly name: string;
  readonly answer: ClientAnswer;
}

/** The same call through a hop and past it: what the hop changed, and what that says. */
export function compareAnswers(via: Named, direct: Named): Comparison {
  const compared = {
    via: sideOf(via),
    direct: sideOf(direct),
    sameStatus: via.answer.status === direct.answer.status,
    sameBody: withoutIds(via.answer.body) === withoutIds(direct.answer.body),
    headers: headerChanges(via.answer.headers, direct.answer.headers),
  };
  return { ...compared, says: sayingsOf(compared) };
}

function sideOf({ name, answer }: Named): Side {
  const { own, signs, page } = readAnswer(answer, null);
  const isKongsOwn = own !== null && (signs.responseLatency !== null || own.texts.length > 0);
  return { name, answer, isKongs: signs.any || own !== null, isKongsOwn, page: page?.product ?? null };
}

/** Ids differ between any two answers. */
const withoutIds = (body: string): string => body.replace(/[0-9a-f]{32}/g, '<id>').trim();
