import { isObject, type JsonObject, parseJson } from '@why401/core/json';
import type { LbLine, LbProduct } from '../../record/index.ts';
import { readAccessLine } from '../access-line/index.ts';
import type { Source } from '../text/index.ts';
import { lbLine } from './build.ts';
import { fromAccess } from './nginx.ts';

/** An access log in JSON: of Caddy, Traefik and Envoy by their own members, else of nginx. */
export function readJsonLb(text: string, source: Source): LbLine | null {
  if (!text.startsWith('{')) return null;
  const value = parseJson(text);
  if (!isObject(value)) return null;
  const line = readAccessLine(text, source.place);
  if (line !== null) {
    const read = fromAccess(productOf(value), line, source);
    return { ...read, flags: typeof value.response_flags === 'string' ? value.response_flags : null };
  }
  const message = value.error ?? value.msg ?? value.message;
  if (productOf(value) === 'nginx' || typeof message !== 'string') return null;
  return lbLine(productOf(value), 'error', source, { message });
}

function productOf(value: JsonObject): LbProduct {
  if (typeof value.logger === 'string' && value.logger.startsWith('http.')) return 'caddy';
  if ('DownstreamStatus' in value || 'entryPointName' in value || 'OriginStatus' in value) return 'traefik';
  return 'response_flags' in value ? 'envoy' : 'nginx';
}
