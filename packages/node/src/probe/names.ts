import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { NameFacts, NameQuestion } from '@why401/core';
import { codeOf } from '../fetch/index.ts';
import { NAME_TIMEOUT } from './limits.ts';
import { hostsAddresses, namesFor, readResolvConf } from './resolv-conf.ts';

export interface NameOptions {
  /** Kong's `dns_resolver`: addresses, with a port where it is not 53. Default: those of resolv.conf. */
  readonly servers?: readonly string[];
  /** Kong's `dns_order`; `LAST` is left out, as there is no last time. */
  readonly order: readonly NameQuestion['type'][];
  /** Texts of the files of that name; default: those of this machine. */
  readonly hosts?: string;
  readonly resolvConf?: string;
}

/** What the name servers say, asked as Kong asks them: hosts file, then record types in their order. */
export async function lookUp(host: string, options: NameOptions): Promise<NameFacts> {
  const from = performance.now();
  const facts = (rest: Pick<NameFacts, 'source' | 'asked' | 'addresses'>): NameFacts => ({
    ms: performance.now() - from,
    ...rest,
  });
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return facts({ source: 'literal', asked: [], addresses: [bare] });
  const listed = hostsAddresses(options.hosts ?? textOf('/etc/hosts'), host);
  if (listed.length > 0) return facts({ source: 'hosts', asked: [], addresses: listed });
  const conf = readResolvConf(options.resolvConf ?? textOf('/etc/resolv.conf'));
  const resolver = new Resolver({ timeout: NAME_TIMEOUT, tries: 1 });
  const servers = options.servers ?? conf.servers;
  if (servers.length > 0) resolver.setServers(servers);
  const asked: NameQuestion[] = [];
  for (const name of namesFor(host, conf))
    for (const type of options.order) {
      const found = await ask(resolver, name, type, asked);
      if (found === undefined) continue;
      const { port, target } = found;
      const addresses = target === undefined ? found.addresses : await addressesOf(resolver, target, asked);
      return { ...facts({ source: 'name server', asked, addresses }), ...(port !== undefined && { srvPort: port }) };
    }
  return facts({ source: 'none', asked, addresses: [] });
}

interface Found {
  readonly addresses: readonly string[];
  /** The name that SRV or CNAME gives instead. */
  readonly target?: string;
  readonly port?: number;
}

async function ask(
  resolver: Resolver,
  name: string,
  type: NameQuestion['type'],
  asked: NameQuestion[],
): Promise<Found | undefined> {
  const from = performance.now();
  const tell = (rest: Pick<NameQuestion, 'answers' | 'ttl' | 'failure'>): void => {
    asked.push({ name, type, ms: performance.now() - from, ...rest });
  };
  try {
    switch (type) {
      case 'SRV': {
        const rows = await resolver.resolveSrv(name);
        const [best] = [...rows].sort((a, b) => a.priority - b.priority);
        tell({ answers: rows.map((row) => `${row.priority} ${row.weight} ${row.port} ${row.name}`) });
        return best === undefined ? undefined : { addresses: [], target: best.name, port: best.port };
      }
      case 'CNAME': {
        const [target, ...more] = await resolver.resolveCname(name);
        tell({ answers: [target ?? '', ...more] });
        return target === undefined ? undefined : { addresses: [], target };
      }
      case 'A':
      case 'AAAA': {
        const rows = await (type === 'A'
          ? resolver.resolve4(name, { ttl: true })
          : resolver.resolve6(name, { ttl: true }));
        const addresses = rows.map(({ address }) => address);
        tell({ answers: addresses, ttl: Math.min(...rows.map(({ ttl }) => ttl)) });
        return addresses.length === 0 ? undefined : { addresses };
      }
    }
  } catch (error) {
    tell({ answers: [], failure: codeOf(error) || 'error' });
    return undefined;
  }
}

async function addressesOf(resolver: Resolver, name: string, asked: NameQuestion[]): Promise<readonly string[]> {
  if (isIP(name) !== 0) return [name];
  const v4 = await ask(resolver, name, 'A', asked);
  return v4?.addresses ?? (await ask(resolver, name, 'AAAA', asked))?.addresses ?? [];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
