import { isObject, type JsonObject, parseJson } from '@why401/core/json';
import type { LbLine, LbProduct } from '../../record/index.ts';
import { readAccessLine } from '../access-line/index.ts';
import { maskText, type Source } from '../text/index.ts';
import { lbLine } from './build.ts';
import { fromAccess } from './nginx.ts';

/** An access log in JSON: of Caddy, Traefik and Envoy by their own members, else of nginx. */
export function readJsonLb(text: string, source: Source): LbLine | null {
  if (!text.startsWith('{')) return null;
  const value = parseJson(text);
  if (!isObject(value)) return null;
  const line = readAccessLine(text, source.place);
  if (line !== null) {
    const product = productOf(value);
    const read = fromAccess(product, line, source);
    if (product === 'caddy') return { ...read, ...ofCaddy(value, line.status) };
    return { ...read, flags: typeof value.response_flags === 'string' ? value.response_flags : null };
  }
  const message = value.error ?? value.msg ?? value.message;
  if (productOf(value) === 'nginx' || typeof message !== 'string') return null;
  return lbLine(productOf(value), 'error', source, { message });
}

/** Caddy writes what went wrong as a line of its own; what it passed on has the other side's headers. */
function ofCaddy({ logger, msg, resp_headers: headers }: JsonObject, status: number | null): Partial<LbLine> {
  if (typeof logger === 'string' && logger.startsWith('http.log.error') && typeof msg === 'string')
    return { kind: 'error', message: maskText(msg) };
  const isKongs = isObject(headers) && Object.keys(headers).some((name) => /^(?:x-kong-|via$)/i.test(name));
  return isKongs && status !== null ? { upstreamStatus: [String(status)] } : {};
}

function productOf(value: JsonObject): LbProduct {
  if (typeof value.logger === 'string' && value.logger.startsWith('http.')) return 'caddy';
  if ('DownstreamStatus' in value || 'entryPointName' in value || 'OriginStatus' in value) return 'traefik';
  return 'response_flags' in value ? 'envoy' : 'nginx';
}
