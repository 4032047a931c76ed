import type { Problem } from '@why401/core';
import { decide } from '@why401/hops/decide';
import { gather } from '@why401/hops/evidence';
import { join } from '@why401/hops/read';
import { type Found, whoDocument, whoReport } from '@why401/hops/report';
import { type ConfigFile, type Gateway, loadGateway, refusalProblems } from '@why401/kong/config';
import { type Release, type RouterFlavor, readRelease } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import { exitCodes } from '../exit-codes.ts';
import { Failure, fail } from '../failure.ts';
import { configNames, readConfigs } from '../input/configs.ts';
import type { Answer, Session } from '../session.ts';
import { readChain } from './chain-option.ts';
import { goOn } from './go-on.ts';
import { formatsOf, materialOf, readWhole } from './material.ts';
import { type Named, type Opened, openInput } from './open.ts';
import { type Large, searchLogs } from './search.ts';

export interface PeopleOptions {
  readonly config: readonly string[];
  readonly splunk?: readonly string[];
  readonly lb1?: readonly string[];
  readonly lb2?: readonly string[];
  readonly chain?: string;
  readonly requestId?: string;
  readonly request?: string;
  readonly logFormat?: readonly string[];
  readonly kongVersion?: string;
  readonly routerFlavor?: RouterFlavor;
}

/** From what an operator can paste: which hop answered, where it broke, why, how sure, and the cure. */
export async function askWho(session: Session, names: readonly string[], options: PeopleOptions): Promise<Answer> {
  const chain = readChain(options.chain);
  const formats = formatsOf(options.logFormat ?? []);
  const opened = await openAll(session, names, options);
  const whole = readWhole(opened, { formats });
  const large = opened.filter((one): one is Large => one.kind === 'log');
  const requestId = options.requestId ?? null;
  const searched = searchLogs(large, whole, requestId, { formats });
  const material = materialOf(whole.exchanges, [...whole.logs, ...searched.logs]);
  const configs = [...(await namedConfigs(session, options)), ...whole.configs];
  const problems: Problem[] = [...whole.problems, ...searched.problems];
  const gateway = gatewayOf(configs, options, problems);
  const kong = options.kongVersion ?? null;
  const addresses = {
    lb1: chain.lb1 ?? null,
    kong: options.chain === undefined ? null : 'kong',
    lb2: chain.lb2 ?? null,
    server: chain.server ?? null,
  };
  const joined = join(material, {
    requestId,
    gateway,
    kong,
    addresses,
    ...(large.length > 0 && { asked: searched.asked }),
  });
  const verdict = decide(gather(joined.record, { crypto: createCrypto() }));
  const found: Found = {
    joined,
    verdict,
    chain,
    inputs: [...whole.inputs, ...large.map(({ name }) => ({ name, taken: 'log, searched' }))],
    problems: [...problems, ...joined.problems],
  };
  const explained = await goOn(session, found, { configs, opened, options });
  const complete = explained === undefined ? found : { ...found, explained };
  return {
    exit: verdict === null ? exitCodes.undecided : exitCodes.fine,
    report: () => whoReport(complete),
    json: () => whoDocument(complete),
  };
}

async function openAll(session: Session, names: readonly string[], options: PeopleOptions): Promise<readonly Opened[]> {
  const { splunk = [], lb1 = [], lb2 = [] } = options;
  const all: readonly Named[] = [
    ...(names.length + splunk.length + lb1.length + lb2.length === 0 ? ['-'] : names).map((name) => ({ name })),
    ...splunk.map((name) => ({ name })),
    ...lb1.map((name) => ({ name, hop: 'lb1' as const })),
    ...lb2.map((name) => ({ name, hop: 'lb2' as const })),
  ];
  const opened: Opened[] = [];
  for (const one of all) opened.push(await openInput(session, one));
  return opened;
}

const namedConfigs = async (session: Session, { config }: PeopleOptions): Promise<readonly ConfigFile[]> =>
  configNames(session, config).length === 0 ? [] : readConfigs(session, config);

/** A configuration that cannot be loaded is named, and the verdict goes without it. */
function gatewayOf(files: readonly ConfigFile[], options: PeopleOptions, problems: Problem[]): Gateway | null {
  if (files.length === 0) return null;
  const { version } = releaseOf(options.kongVersion ?? '3.9');
  const flavor = options.routerFlavor ?? (version === '2.8' ? 'traditional' : 'traditional_compatible');
  const loaded = loadGateway(files, { version, flavor }, { crypto: createCrypto() });
  if (!loaded.ok) {
    problems.push(...loaded.problems);
    return null;
  }
  problems.push(...refusalProblems(loaded.gateway.refusals));
  return loaded.gateway;
}

function releaseOf(text: string): Release {
  const read = readRelease(text);
  if (!read.ok) throw new Failure(read.problem);
  return read.value;
}

/** @throws Failure `compare-needs-two` */
export function twoNames(names: readonly string[]): readonly [string, string] {
  const [one, other, ...more] = names;
  if (one === undefined || other === undefined || more.length > 0)
    return fail('compare-needs-two', 'Two answers are compared.', 'why401 who --compare via-vip.txt direct.txt');
  return [one, other];
}
