import type { Paste, PastedRequest } from '@why401/core/input';
import { viewNotes } from '@why401/kong/ask';
import { loadGateway, refusalProblems, routerFlavor } from '@why401/kong/config';
import { explainRoute, type RouteReport, routeDocument, routeReport } from '@why401/kong/router';
import { type Release, type RouterFlavor, readRelease } from '@why401/kong/versions';
import { readRequest, wireOfPaste } from '@why401/kong/wire';
import { createCrypto } from '@why401/node/crypto';
import { exitCodes } from '../exit-codes.ts';
import { Failure, fail } from '../failure.ts';
import { readConfigs } from '../input/configs.ts';
import { type PasteOptions, readPasted } from '../input/paste.ts';
import type { GatewayOptions } from '../live/options.ts';
import type { Session, Verb } from '../session.ts';

export interface RouteOptions extends PasteOptions, GatewayOptions {
  readonly config: readonly string[];
  readonly kongVersion: string;
  readonly routerFlavor?: RouterFlavor;
}

const EXITS: Readonly<Record<RouteReport['match']['kind'], 0 | 1 | 2>> = {
  matched: exitCodes.fine,
  none: exitCodes.rejected,
  failed: exitCodes.rejected,
  undetermined: exitCodes.undecided,
};

/** Which Route takes a request, and why every other one does not. */
export const route: Verb<RouteOptions> = async (session, [input], options) => {
  const { paste } = await readPasted(session, input, options, { what: 'a request' });
  const request = await requestOf(session, paste);
  const release = releaseOf(options.kongVersion);
  const crypto = createCrypto();
  const files = await readConfigs(session, options.config, options);
  const flavor = routerFlavor(files, release.version, options.routerFlavor);
  const loaded = loadGateway(files, { version: release.version, flavor }, { crypto });
  if (!loaded.ok) throw new Failure(...loaded.problems);
  const refused = refusalProblems(loaded.gateway.refusals);
  if (refused.length > 0) throw new Failure(...refused);
  for (const note of viewNotes(loaded.gateway, release)) await session.tell(note);
  const report = explainRoute(loaded.gateway, seenOf(request), flavor, release, crypto);
  return {
    exit: EXITS[report.match.kind],
    report: () => routeReport(report),
    json: () => routeDocument(report),
  };
};

/** The first of those that were pasted. */
async function requestOf(session: Session, { requests }: Paste): Promise<PastedRequest> {
  const [request] = requests;
  if (request === undefined || request.from === 'headers')
    fail('no-request', 'There is no request in this.', 'Give one with its target: curl, HAR, raw HTTP.');
  if (requests.length > 1) await session.tell(`The first of ${requests.length} requests is routed.`);
  return request;
}

function seenOf(request: PastedRequest) {
  const seen = readRequest(wireOfPaste(request));
  if (seen.ok) return seen.request;
  fail('request-refused', `nginx refuses this request before the router sees it (${seen.fault.reason}).`);
}

function releaseOf(text: string): Release {
  const read = readRelease(text);
  if (!read.ok) throw new Failure(read.problem);
  return read.value;
}
