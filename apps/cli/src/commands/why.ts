import { decodeBytes } from '@why401/core/input';
import { dictionaryDocument, dictionaryReport, lookUp } from '@why401/hops/dictionary';
import { exitCodes } from '../exit-codes.ts';
import { fail } from '../failure.ts';
import type { Verb } from '../session.ts';
import { pageReport, rulePage, rulesLike } from '../why/pages.ts';

/** What a message means, or what a rule says: nobody is asked, and nothing else is needed. */
export const why: Verb = async (session, args) => {
  const typed = args.join(' ');
  const text = typed === '-' || typed === '' ? decodeBytes(await session.takeStdin('a message')) : typed;
  if (text.trim() === '') fail('no-message', 'There is no message to look up.', 'why401 why "Invalid signature"');
  const id = text.trim();
  const page = rulePage(id);
  if (page !== undefined)
    return { exit: exitCodes.fine, report: () => pageReport(id, page), json: () => ({ rule: { id, page } }) };
  const found = lookUp(text);
  const rules = rulesLike(id);
  const known = found.cause !== undefined || found.messages.length + found.lines.length + found.advice.length > 0;
  if (!known && rules.length > 0) await session.tell(`Rules like it: ${rules.join(', ')}`);
  return {
    exit: known ? exitCodes.fine : exitCodes.undecided,
    report: () => dictionaryReport(found),
    json: () => dictionaryDocument(found),
  };
};
