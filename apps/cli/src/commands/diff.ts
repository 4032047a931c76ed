import { diffDocument, diffIssuers, diffReport } from '@why401/core/verdict';
import { exitCodes } from '../exit-codes.ts';
import { fail } from '../failure.ts';
import { readIssuer } from '../input/issuers.ts';
import type { Session, Verb } from '../session.ts';

export interface DiffOptions {
  readonly evidence?: string;
}

export const diff: Verb<DiffOptions> = async (session, [first = '', second], options) => {
  const compared = diffIssuers(await readIssuer(session, first), await otherIssuer(session, second, options));
  return {
    exit: compared.compared.equal ? exitCodes.fine : exitCodes.rejected,
    report: () => diffReport(compared),
    json: () => diffDocument(compared),
  };
};

/** The second argument, or what saved evidence names. @throws Failure `one-input-only`, `no-issuer` */
async function otherIssuer(session: Session, second: string | undefined, { evidence }: DiffOptions): Promise<string> {
  if (evidence !== undefined && second !== undefined)
    fail('one-input-only', 'Two issuers are compared, and three were given.', 'Leave out --evidence, or the second.');
  if (second !== undefined) return readIssuer(session, second);
  if (evidence !== undefined) return (await import('../live/saved.ts')).savedIssuerName(session, evidence);
  return fail('no-issuer', 'There is nothing to compare it with.', 'Give a second issuer, or --evidence FILE.');
}
