import type { ResponseHeaders } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import { firstHeader } from '../headers.ts';
import { finds } from '../pattern.ts';
import type { CorsConfig } from './config.ts';

const ALLOW_ORIGIN = 'access-control-allow-origin';
const PLAIN = /^[A-Za-z0-9.:/-]+$/;

/** `Access-Control-Allow-Origin` and `Vary`. True: all origins are allowed; `unclear`: a pattern that cannot be judged. */
export function allowOrigin(
  { origins }: CorsConfig,
  exchange: Exchange,
  headers: ResponseHeaders,
  vary: () => void,
): boolean | 'unclear' {
  const [only, ...others] = origins ?? [];
  if (only === undefined || (only === '*' && others.length === 0)) {
    headers.set(ALLOW_ORIGIN, '*');
    return true;
  }
  vary();
  if (others.length === 0 && PLAIN.test(only)) {
    headers.set(ALLOW_ORIGIN, only);
    return false;
  }
  const asked = firstHeader(exchange, 'origin');
  if (asked !== undefined) {
    if (exchange.release.switches.corsStarAmongOthers && origins?.includes('*') === true) {
      headers.set(ALLOW_ORIGIN, '*');
      return true;
    }
    const origin = normalized(asked);
    for (const entry of origins ?? []) {
      const hit = matches(entry, origin);
      if (hit === undefined) return 'unclear';
      if (!hit) continue;
      headers.set(ALLOW_ORIGIN, origin.domain);
      return false;
    }
  }
  headers.clear(ALLOW_ORIGIN);
  return false;
}

interface Origin {
  /** `scheme://host`, with a port that is not the scheme's own. */
  readonly domain: string;
  readonly host: string;
}

function matches(entry: string, origin: Origin): boolean | undefined {
  if (entry !== '' && !/[^A-Za-z0-9.:/-]/.test(entry)) return normalized(entry).domain === origin.domain;
  const pattern = `${entry.replace(/^\^/, '')}${entry.endsWith('$') ? '' : '$'}`;
  return finds(pattern, entry.includes(':') ? origin.domain : origin.host, { anchored: true });
}

/** Parts as LuaSocket's `url.parse` finds them. */
function normalized(text: string): Origin {
  const scheme = /^([A-Za-z0-9][A-Za-z0-9+.-]*):/.exec(text)?.[1];
  const rest = scheme === undefined ? text : text.slice(scheme.length + 1);
  const authority = /^\/\/([^/?#]*)/.exec(rest)?.[1]?.replace(/^[^@]*@/, '') ?? '';
  const [, port] = /:([^:\]]*)$/.exec(authority) ?? [];
  const bare = port === undefined ? authority : authority.slice(0, -port.length - 1);
  const host = /^\[(.+)\]$/.exec(bare)?.[1] ?? bare;
  if (host === '') return { domain: text, host: text };
  const usual = (scheme === 'http' && port === '80') || (scheme === 'https' && port === '443');
  const shown = port === undefined || usual ? '' : `:${port}`;
  return { domain: `${scheme === undefined ? '' : `${scheme}://`}${host}${shown}`, host };
}
