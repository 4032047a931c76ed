import { fromBytes } from '@why401/kong/wire';
import { type Evidence, headerOf } from '../../evidence/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import type { Finding } from '../model.ts';

/** `no Route matched`: the client's URL, or the one that LB1 made of it. */
export function unrouted(evidence: Evidence, base: Finding): Finding {
  const { hasLb1, record, configured } = evidence;
  if (hasLb1 === false) return base;
  const { entry, request } = record;
  if (entry !== null && request !== null && request.rawBytes === null) {
    const [asked, seen] = [askedOf(request.host, request.target), seenOf(evidence)];
    if (seen !== undefined && asked !== seen)
      return {
        ...base,
        cause: 'lb1-rewrote-request',
        certainty: 'likely',
        or: ['no-route'],
        because: reason('host-or-path-changed', { client: asked, kong: seen }),
      };
    if (seen !== undefined) return base;
  }
  if (configured.match === 'matched')
    return {
      ...base,
      cause: 'lb1-rewrote-request',
      certainty: 'likely',
      or: ['no-route'],
      because: reason('route-would-match', fromBytes(configured.route?.name ?? '')),
    };
  if (configured.match === 'none')
    return { ...base, certainty: 'likely', or: ['lb1-rewrote-request'], because: reason('route-not-there') };
  return { ...base, certainty: 'likely', or: ['lb1-rewrote-request'] };
}

const pathOf = (target: string): string => target.split('?')[0] ?? '';
const askedOf = (host: string, target: string): string => `${host}${pathOf(target)}`;

function seenOf({ record }: Evidence): string | undefined {
  const { entry } = record;
  const host =
    headerOf(entry?.requestHeaders ?? null, 'host')
      ?.replace(/:\d+$/, '')
      .toLowerCase() ?? hostOf(entry?.url ?? null);
  if (host === undefined || entry?.uri == null) return undefined;
  return askedOf(host, entry.uri);
}

const hostOf = (url: string | null): string | undefined => /^\w+:\/\/([^/:]+)/.exec(url ?? '')?.[1]?.toLowerCase();
