import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { codeOf, StageFailure } from '../failure.ts';
import type { FetcherOptions, Lookup } from '../options.ts';
import { hostOf, portOf } from '../rules.ts';

/** The system's own resolver, so that `/etc/hosts` counts as it does for other programs. */
export const systemLookup: Lookup = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** Where the host of this URL is said to be; at least one address. */
export async function resolveHost(url: URL, { resolve, lookup = systemLookup }: FetcherOptions): Promise<string[]> {
  const host = hostOf(url);
  const pinned = resolve?.get(`${host}:${portOf(url)}`);
  if (pinned !== undefined) return [pinned];
  if (isIP(host) !== 0) return [host];
  const addresses = await lookup(host).catch((error: unknown) => {
    throw nameFailure(host, codeOf(error));
  });
  if (addresses.length === 0) throw nameFailure(host, 'ENOTFOUND');
  return [...addresses];
}

function nameFailure(host: string, code: string): StageFailure {
  if (code === 'ENOTFOUND' || code === 'ENODATA')
    return new StageFailure({
      code: 'dns-not-found',
      message: `The name server knows no address of ${host}.`,
      hint: `Check the spelling, and ask where the gateway runs: getent hosts ${host}`,
    });
  return new StageFailure(
    {
      code: 'dns-failed',
      message: `The name server did not answer the question for ${host} (${code || 'no reason given'}).`,
      hint: 'Try again; if it stays so, look at the name servers of this machine.',
    },
    true,
  );
}
