import type { ProxyChoice } from './options.ts';
import { hostOf, portOf } from './rules.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that was typed, or that of the environment (`HTTPS_PROXY`, `http_proxy`, in lower case
 * first), for every host but those of `NO_PROXY` and this machine itself. HTTP_PROXY in upper case is
 * not read: a CGI program gets it from a request header.
 * @throws TypeError when one of them is no URL of a proxy
 */
export function chooseProxy(env: Environment, typed?: string): ProxyChoice {
  const secure = readProxy(typed ?? env['https_proxy'] ?? env['HTTPS_PROXY']);
  const plain = readProxy(typed ?? env['http_proxy']);
  const without = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  return {
    proxyFor(url) {
      if (isThisMachine(hostOf(url)) || without.some((entry) => covers(entry, url))) return undefined;
      return url.protocol === 'https:' ? secure : plain;
    },
  };
}

function readProxy(text: string | undefined): URL | undefined {
  if (text === undefined || text === '') return undefined;
  const url = new URL(text.includes('://') ? text : `http://${text}`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TypeError('a proxy is spoken to by http or https');
  return url;
}

const isThisMachine = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** `*`, `idp.example`, `.example`, `idp.example:8443` (curl's reading). */
function covers(entry: string, url: URL): boolean {
  if (entry === '*') return true;
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (port !== undefined && Number(port) !== portOf(url)) return false;
  const suffix = name.replace(/^\*?\./, '');
  const host = hostOf(url);
  return host === suffix || host.endsWith(`.${suffix}`);
}
