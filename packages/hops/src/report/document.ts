import { temptingAt } from '../tables/advice/index.ts';
import { reasonText } from '../tables/reasons/index.ts';
import { chainOf } from './chain.ts';
import { cureOf } from './cure.ts';
import { evidenceOf } from './evidence.ts';
import type { Found } from './model.ts';
import { isOpen } from './open.ts';
import { raiseOf } from './raise.ts';
import { FETCH_FIRST } from './report.ts';
import { sizesOf } from './sizes.ts';

/** The members of `who --json` (`schema/report.schema.json`, `who`). */
export function whoDocument(found: Found): object {
  const { verdict, joined, problems, inputs, explained } = found;
  const { asked, record } = joined;
  return {
    hop: verdict?.hop ?? null,
    link: verdict?.link ?? null,
    cause: verdict?.cause ?? null,
    certainty: verdict?.certainty ?? 'possible',
    candidates: verdict?.candidates ?? [],
    because: (verdict?.because ?? []).map(reasonText),
    plugin: verdict?.plugin ?? null,
    request:
      asked === null && record.request === null
        ? null
        : {
            id: asked?.requestId ?? null,
            method: record.request?.method ?? asked?.method ?? null,
            target: record.request?.target ?? asked?.target ?? null,
            chosenBy: asked?.how ?? 'answer',
          },
    chain: chainOf(found).map(({ hop, name, maybe }) => ({ hop, name, known: !maybe })),
    evidence: evidenceOf(record).map(({ from, text, place, times }) => ({ from, text, place: place ?? {}, times })),
    raise: raiseOf(verdict?.raise ?? FETCH_FIRST, joined),
    cure: verdict === null || isOpen(verdict) ? null : cureOf(verdict.cause, record),
    advice:
      verdict === null
        ? []
        : temptingAt(verdict.cause).map(({ id, says, verdict: true_, instead }) => ({
            id,
            says,
            verdict: true_,
            instead,
          })),
    sizes: sizesOf(found).map(({ product, what, found: octets, limit, outcome }) => ({
      product,
      what,
      found: octets,
      limit,
      outcome,
    })),
    inputs,
    problems,
    ...(explained !== undefined && { explain: explained.json }),
  };
}
