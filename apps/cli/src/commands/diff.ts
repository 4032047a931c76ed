import { diffDocument, diffIssuers, diffReport } from '@why401/core/verdict';
import { exitCodes } from '../exit-codes.ts';
import { readIssuer } from '../input/issuers.ts';
import type { Verb } from '../session.ts';

export const diff: Verb = async (session, [first = '', second = '']) => {
  const compared = diffIssuers(await readIssuer(session, first), await readIssuer(session, second));
  return {
    exit: compared.compared.equal ? exitCodes.fine : exitCodes.rejected,
    report: () => diffReport(compared),
    json: () => diffDocument(compared),
  };
};
