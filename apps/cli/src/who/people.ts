import { askWho, formatsOf, type Given, readChain, type WhoPorts } from '@why401/hops/ask';
import { whoDocument, whoReport } from '@why401/hops/report';
import { type ConfigFile, loadGateway, refusalProblems } from '@why401/kong/config';
import { type Release, type RouterFlavor, readRelease } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import { exitCodes } from '../exit-codes.ts';
import { Failure, fail } from '../failure.ts';
import { configNames, readConfigs } from '../input/configs.ts';
import type { Answer, Session } from '../session.ts';
import { goOn } from './go-on.ts';
import { type Named, openInput } from './open.ts';

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
export async function askPeople(session: Session, names: readonly string[], options: PeopleOptions): Promise<Answer> {
  const chain = readChain(options.chain);
  if (!chain.ok) throw new Failure(chain.problem);
  const given = await openAll(session, names, options);
  const named = await namedConfigs(session, options);
  const question = {
    given,
    requestId: options.requestId ?? null,
    formats: formatsOf(options.logFormat ?? []),
    chain: options.chain === undefined ? undefined : chain.value,
    kong: options.kongVersion ?? null,
  };
  const crypto = createCrypto();
  const gateway = (found: readonly ConfigFile[]) => gatewayOf([...named, ...found], options);
  const { found, configs } = askWho(question, { crypto, gateway });
  const explained = await goOn(session, found, { configs: [...named, ...configs], given, options });
  const complete = explained === undefined ? found : { ...found, explained };
  return {
    exit: found.verdict === null ? exitCodes.undecided : exitCodes.fine,
    report: () => whoReport(complete, session.settings.style),
    json: () => whoDocument(complete),
  };
}

async function openAll(session: Session, names: readonly string[], options: PeopleOptions): Promise<readonly Given[]> {
  const { splunk = [], lb1 = [], lb2 = [] } = options;
  const all: readonly Named[] = [
    ...(names.length + splunk.length + lb1.length + lb2.length === 0 ? ['-'] : names).map((name) => ({ name })),
    ...splunk.map((name) => ({ name })),
    ...lb1.map((name) => ({ name, hop: 'lb1' as const })),
    ...lb2.map((name) => ({ name, hop: 'lb2' as const })),
  ];
  const opened: Given[] = [];
  for (const one of all) opened.push(await openInput(session, one));
  return opened;
}

const namedConfigs = async (session: Session, { config }: PeopleOptions): Promise<readonly ConfigFile[]> =>
  configNames(session, config).length === 0 ? [] : readConfigs(session, config);

/** A configuration that cannot be loaded is named, and the verdict goes without it. */
function gatewayOf(files: readonly ConfigFile[], options: PeopleOptions): ReturnType<WhoPorts['gateway']> {
  if (files.length === 0) return { gateway: null, problems: [] };
  const { version } = releaseOf(options.kongVersion ?? '3.9');
  const flavor = options.routerFlavor ?? (version === '2.8' ? 'traditional' : 'traditional_compatible');
  const loaded = loadGateway(files, { version, flavor }, { crypto: createCrypto() });
  if (!loaded.ok) return { gateway: null, problems: loaded.problems };
  return { gateway: loaded.gateway, problems: refusalProblems(loaded.gateway.refusals) };
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
