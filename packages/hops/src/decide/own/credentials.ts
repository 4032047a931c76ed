import type { Plugin } from '@why401/kong/config';
import type { Evidence } from '../../evidence/index.ts';
import { headerOf } from '../../evidence/index.ts';

/** Where a plugin looks for its credential; defaults of the schemas where the configuration is not known. */
interface Places {
  readonly headers: readonly string[];
  readonly query: readonly string[];
  readonly cookies: readonly string[];
  /** Scheme that a header value has to start with. */
  readonly scheme: RegExp | null;
}

type Config = Readonly<Record<string, unknown>>;

const texts = (value: unknown, otherwise: readonly string[]): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').map((one) => one.toLowerCase()) : otherwise;

function placesOf(plugin: string, configured: readonly Plugin[]): Places | undefined {
  const found = configured.find(({ name }) => name === plugin);
  const raw = found?.raw as { readonly config?: Config } | undefined;
  const config: Config = raw?.config ?? {};
  switch (plugin) {
    case 'jwt':
      return {
        headers: texts(config['header_names'], ['authorization']),
        query: texts(config['uri_param_names'], ['jwt']),
        cookies: texts(config['cookie_names'], []),
        scheme: /^\s*bearer\s+\S/i,
      };
    case 'key-auth': {
      const names = texts(config['key_names'], ['apikey']);
      return { headers: names, query: names, cookies: [], scheme: null };
    }
    case 'basic-auth':
      return { headers: ['authorization', 'proxy-authorization'], query: [], cookies: [], scheme: /^\s*basic\s/i };
    case 'hmac-auth':
      return { headers: ['authorization', 'proxy-authorization'], query: [], cookies: [], scheme: /^\s*hmac\s/i };
    default:
      return undefined;
  }
}

/** Texts with which a plugin says that it found no credential at all. */
const NOTHING_FOUND: Readonly<Record<string, readonly string[]>> = {
  jwt: ['Unauthorized'],
  'key-auth': ['No API key found in request'],
  'basic-auth': ['Unauthorized'],
  'hmac-auth': ['Unauthorized', 'HMAC signature cannot be verified'],
};

/** Plugins that say the same of a wrong credential. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['basic-auth', 'hmac-auth']);

/** basic-auth and hmac-auth take the header away before they judge it; what is not known may be so. */
function hides(plugin: string, { gateway, plugins }: Evidence['configured']): boolean {
  if (!AMBIGUOUS.has(plugin)) return false;
  const found = plugins.find(({ name }) => name === plugin);
  const raw = found?.raw as { readonly config?: Config } | undefined;
  return gateway === null || found === undefined || raw?.config?.['hide_credentials'] === true;
}

export interface Lost {
  /** Name of the header that the client sent. */
  readonly header: string;
  /** Kong's own log shows that it did not arrive; else the plugin's text says so alone. */
  readonly seenMissing: boolean;
}

/** The plugin says that there was no credential at all; nothing is known of what the client sent. */
export const foundNothing = (plugin: string, message: string | null): boolean =>
  NOTHING_FOUND[plugin]?.some((text) => message === null || message.startsWith(text)) ?? false;

/** The client sent a credential where the plugin looks, and Kong's plugin found none. */
export function lostCredential(evidence: Evidence, plugin: string, message: string | null): Lost | undefined {
  const { record, configured } = evidence;
  const places = placesOf(plugin, configured.plugins);
  if (!foundNothing(plugin, message) || places === undefined || record.request === null) return undefined;
  const arrived = record.entry?.requestHeaders ?? null;
  for (const header of places.headers) {
    const sent = headerOf(record.request.headers, header);
    if (sent === null || (places.scheme !== null && header.endsWith('authorization') && !places.scheme.test(sent)))
      continue;
    if (arrived !== null) {
      if (headerOf(arrived, header) === null && !hides(plugin, configured)) return { header, seenMissing: true };
    } else if (!AMBIGUOUS.has(plugin)) return { header, seenMissing: false };
  }
  return undefined;
}
