import { lint as judge, lintDocument, lintReport, severityOf } from '@why401/kong/lint';
import { createCrypto } from '@why401/node/crypto';
import { Failure, fail } from '../failure.ts';
import { readConfigs } from '../input/configs.ts';
import { lintLines } from '../lint/batch.ts';
import type { LintOptions } from '../lint/options.ts';
import { exitOf } from '../outcome.ts';
import type { Verb } from '../session.ts';

/** What the loader says of a configuration, and what smells in it. */
export const lint: Verb<LintOptions> = async (session, names, options) => {
  const { kongVersion: version, routerFlavor: flavor, form, batch } = options;
  if (batch !== undefined) {
    if (names.length > 0) fail('one-input-only', 'A file and --batch are given.', 'Give one of them.');
    return lintLines(session, batch, options);
  }
  const files = await readConfigs(session, names);
  const linting = judge(files, { version, flavor, form }, { crypto: createCrypto() });
  if (!linting.ok) throw new Failure(...linting.problems);
  const { linted } = linting;
  const findings = linted.smells.map((smell) => ({ severity: severityOf(smell) }));
  const verdict = linted.accepted ? 'accepted' : 'rejected';
  return {
    exit: exitOf({ verdict, findings }, session.settings.failOn),
    report: () => lintReport(linted),
    json: () => lintDocument(linted),
  };
};
