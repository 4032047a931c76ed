import type { Crypto, Problem } from '@why401/core';
import { readPaste } from '@why401/core/input';
import type { ConfigFile, Gateway } from '@why401/kong/config';
import { decide, type Verdict } from '../decide/index.ts';
import { gather } from '../evidence/index.ts';
import { credentialNamesOf, type Joined, join, type LogFormat } from '../read/index.ts';
import type { ChainNames, Found } from '../report/index.ts';
import type { Given, GivenLog } from './given.ts';
import { materialOf, readWhole } from './material.ts';
import { searchLogs } from './search.ts';

export interface WhoQuestion {
  readonly given: readonly Given[];
  /** The request that is asked about; null: that of the answer, else the newest that failed. */
  readonly requestId: string | null;
  readonly formats: readonly LogFormat[];
  /** What somebody said of the chain; undefined: nothing. */
  readonly chain: ChainNames | undefined;
  /** Kong's version, where nothing of what was given tells it. */
  readonly kong: string | null;
}

export interface WhoPorts {
  readonly crypto: Crypto;
  /** The configuration that was given beside, with those that were found among what was given. */
  gateway(found: readonly ConfigFile[]): { readonly gateway: Gateway | null; readonly problems: readonly Problem[] };
}

export interface WhoAnswer {
  readonly found: Found;
  /** Configurations that were among what was given. */
  readonly configs: readonly ConfigFile[];
}

/** From what an operator can paste: which hop answered, where it broke, why, how sure, and the cure. */
export function askWho({ given, requestId, formats, chain, kong }: WhoQuestion, ports: WhoPorts): WhoAnswer {
  const first = readWhole(given, { formats });
  const { gateway, problems: configProblems } = ports.gateway(first.configs);
  const credentials = credentialNamesOf(gateway);
  const options = credentials.size > 0 ? { formats, credentials } : { formats };
  // What this gateway takes for a credential is known only now.
  const whole = credentials.size > 0 ? readWhole(given, options) : first;
  const large = given.filter((one): one is GivenLog => one.kind === 'log');
  const searched = searchLogs(large, whole, requestId, options);
  const material = materialOf(whole.exchanges, [...whole.logs, ...searched.logs]);
  const addresses = {
    lb1: chain?.lb1 ?? null,
    kong: chain === undefined ? null : 'kong',
    lb2: chain?.lb2 ?? null,
    server: chain?.server ?? null,
  };
  const about = { requestId, gateway, kong, addresses };
  const joined = join(material, { ...about, ...(large.length > 0 && { asked: searched.asked }) });
  const evidence = gather(joined.record, { crypto: ports.crypto });
  const verdict = doubted(decide(evidence), joined);
  const found: Found = {
    joined,
    verdict,
    chain: chain ?? {},
    service: evidence.service,
    inputs: [...whole.inputs, ...large.map(({ name }) => ({ name, taken: 'log, searched' }))],
    problems: [...whole.problems, ...searched.problems, ...configProblems, ...joined.problems],
  };
  return { found, configs: whole.configs };
}

/** Where time alone ties the logs to the answer, nothing that follows from both is certain. */
const doubted = (verdict: Verdict | null, { asked, record }: Joined): Verdict | null =>
  verdict?.certainty === 'certain' && asked?.how === 'only-one'
    ? { ...verdict, certainty: 'likely', raise: record.lb1 === null ? ['lb1-log'] : [] }
    : verdict;

/** The plugin of Kong that rejected, so that `explain` can say which check of it; undefined: it was none. */
export const rejectingPlugin = ({ verdict }: Found): string | undefined =>
  verdict?.hop === 'kong' ? (verdict.plugin ?? undefined) : undefined;

/** The first of what was given that shows the request as it was sent, as `curl -v` does. */
export const requestTextIn = (given: readonly Given[]): string | undefined =>
  given.flatMap((one) => (one.kind === 'whole' && readPaste(one.text).requests.length > 0 ? [one.text] : [])).at(0);
