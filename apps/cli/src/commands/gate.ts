import { toMarkdown } from '@why401/core/report';
import { countsOf, createGate, type Gated, gateDocument, gateJunit, gateReport } from '@why401/kong/gate';
import type { RouterFlavor } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Failure, fail } from '../failure.ts';
import { readRequests } from '../gate/requests.ts';
import { readConfigs } from '../input/configs.ts';
import type { Verb } from '../session.ts';

export interface GateOptions {
  readonly requests?: string;
  readonly kongVersion: string;
  readonly routerFlavor?: RouterFlavor;
  readonly junit?: boolean;
  readonly markdown?: boolean;
}

/** Which requests a change of the configuration answers differently. */
export const gate: Verb<GateOptions> = async (session, [before = '', after = ''], options) => {
  const { kongVersion: version, routerFlavor: flavor, junit = false, markdown = false } = options;
  if (options.requests === undefined)
    fail(
      'no-requests',
      'Nothing to judge was given.',
      'Give --requests DIR or FILE.ndjson: what the gateway is asked.',
    );
  if (junit && markdown) fail('one-format-only', '--junit and --markdown are given.', 'Give one of them.');
  const [old, fresh] = [await readConfigs(session, [before]), await readConfigs(session, [after])];
  const { zone, now } = session.settings;
  const gating = createGate(
    old,
    fresh,
    { version, flavor, zone },
    { crypto: createCrypto(), clock: { now: () => now } },
  );
  if (!gating.ok) throw new Failure(...gating.problems);
  const { requests, problems } = await readRequests(session, options.requests);
  if (problems.length > 0) throw new Failure(...problems);
  const { refusals, judge } = gating.gate;
  const gated: Gated = { version, before, after, refusals, cases: refusals.length > 0 ? [] : requests.map(judge) };
  const exit = exitOf(gated);
  if (!junit && !markdown) return { exit, report: () => gateReport(gated), json: () => gateDocument(gated) };
  await session.io.stdout.write(junit ? gateJunit(gated) : toMarkdown(gateReport(gated)));
  return exit;
};

/** A change counts before what could not be decided. */
function exitOf(gated: Gated): ExitCode {
  const { changed, undetermined } = countsOf(gated);
  if (changed > 0 || gated.refusals.length > 0) return exitCodes.rejected;
  return undetermined > 0 ? exitCodes.undecided : exitCodes.fine;
}
