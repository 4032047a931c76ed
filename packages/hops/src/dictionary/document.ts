import { causeRow } from '../tables/causes/index.ts';
import type { LookedUp } from './look-up.ts';

/** As `--json` prints it, without the frame of every document. */
export function dictionaryDocument({ cause, messages, lines, advice, near }: LookedUp): object {
  return {
    ...(cause !== undefined && { cause: { id: cause, ...causeRow(cause) } }),
    messages: messages.map(({ message: { advice: _, ...rest }, values }) => ({ ...rest, values })),
    lines: lines.map(({ code, meaning: { status, cause, next }, source }) => ({ code, status, cause, next, source })),
    advice: advice.map(({ id, says, verdict, instead, basis }) => ({ id, says, verdict, instead, basis })),
    near: near.map(({ id, by, text }) => ({ id, by, text })),
  };
}
