import type { Plugin } from '@why401/kong/config';
import { type Evidence, hasLine } from '../../evidence/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import type { Finding, Stage } from '../model.ts';
import { headerIn, type KongsAnswer, kongsAnswer } from './answer-of.ts';
import { otherPlugin } from './other-plugins.ts';
import { byPlugins, configOf, terminates } from './plugins.ts';
import { isSettled } from './settled.ts';
import { byText, schemes } from './texts.ts';

export { configOf } from './plugins.ts';

/** Kong answered before it asked the upstream (reference §10.5). */
export const ownAnswerOf =
  (fromClient: boolean): Stage =>
  (evidence) => {
    const answer = kongsAnswer(evidence, fromClient);
    const found = answer && decideOwn(evidence, answer);
    return found?.certainty === 'certain' && !COPYPROOF.has(found.cause) && !isSettled(evidence)
      ? { ...found, certainty: 'likely' }
      : found;
  };

/** Causes that something besides the text shows. */
const COPYPROOF: ReadonlySet<Finding['cause']> = new Set<Finding['cause']>([
  'plugin-request-termination',
  'plugin-runtime-error',
  'lb1-header-stripped',
  'proxy-protocol-mismatch',
  'tls-to-plain-port',
]);

export function decideOwn(evidence: Evidence, answer: KongsAnswer): Finding | undefined {
  const { status, own } = answer;
  const plugin = terminates(evidence, status);
  if (plugin !== undefined && !isPlainly(evidence, answer) && mayHaveWritten(plugin, answer))
    return {
      hop: 'kong',
      cause: 'plugin-request-termination',
      certainty: 'certain',
      or: ['plugin-custom-exit'],
      because: reason('configured-termination', String(status)),
      plugin: plugin.name,
    };
  const other = otherPlugin(evidence, answer);
  if (other !== undefined) return other;
  const redirected = redirectToHttps(evidence, answer);
  if (redirected !== undefined) return redirected;
  if (isPreflight(evidence, answer))
    return {
      hop: 'kong',
      cause: 'plugin-cors',
      certainty: evidence.configured.plugins.some(({ name }) => name === 'cors') ? 'certain' : 'likely',
      because: reason('kong-before-proxying'),
      plugin: 'cors',
    };
  if (headerIn(answer, 'x-cache-status') === 'Hit')
    return {
      hop: 'kong',
      cause: 'plugin-proxy-cache',
      certainty: 'likely',
      because: reason('cache-hit'),
      plugin: 'proxy-cache',
    };
  if (own !== null) {
    const length = own.shape === 'length' || (own.shape === 'nginx' && own.message === null);
    const found = own.texts.map((row) => byText(evidence, answer, row, length));
    const [best, ...others] = found.filter((one) => one !== undefined);
    if (best !== undefined)
      return { ...best, or: [...(best.or ?? []), ...others.map(({ cause }) => cause), ...alike(best, length)] };
  }
  if (status === 501 || status === 505)
    return {
      hop: 'kong',
      cause: 'version-or-coding-unsupported',
      certainty:
        hasLine(evidence.lines, 'C-VERSION') || (own?.shape === 'nginx' && isSettled(evidence)) ? 'certain' : 'likely',
      or: ['plugin-custom-exit'],
      because: reason('kong-text', own?.message ?? String(status)),
    };
  return byPlugins(evidence, answer);
}

/** A length alone may be a plugin's own text too. */
const alike = ({ cause }: Finding, length: boolean): readonly Finding['cause'][] =>
  length && !cause.startsWith('plugin-') ? ['plugin-custom-exit', 'plugin-request-termination'] : [];

/** Kong's template holds a text that is not the one of its status, or the message is not the configured one. */
function mayHaveWritten(plugin: Plugin, { own }: KongsAnswer): boolean {
  if (own === null) return true;
  if (own.shape === 'template') return own.texts.every(({ byStatus }) => byStatus === true);
  const { message } = configOf(plugin);
  return own.shape !== 'table' || typeof message !== 'string' || own.message === message;
}

/** An answer that request-termination, which runs late, cannot have written: an earlier plugin's own mark is on it. */
function isPlainly({ record }: Evidence, answer: KongsAnswer): boolean {
  if (answer.status === 401 && headerIn(answer, 'www-authenticate') !== null) return true;
  if (headerIn(answer, 'ratelimit-remaining') === '0') return true;
  const { entry } = record;
  return answer.status === 404 && entry !== null && !entry.truncated && entry.route === null;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);

/** Location is the URL that was asked for, with https. */
function redirectToHttps(evidence: Evidence, answer: KongsAnswer): Finding | undefined {
  const location = headerIn(answer, 'location');
  if (!REDIRECTS.has(answer.status) || location === null || !location.startsWith('https://')) return undefined;
  const target = evidence.record.request?.target ?? evidence.record.entry?.uri ?? null;
  const path = /^https:\/\/[^/]+(\/[^?#]*)?/.exec(location)?.[1] ?? '/';
  if (target !== null && (target.split('?')[0] ?? '') !== path) return undefined;
  return schemes(
    evidence,
    {
      hop: 'kong',
      cause: 'https-required',
      certainty: 'certain',
      because: reason('redirect-to-https', ''),
    },
    true,
  );
}

function isPreflight({ record, method }: Evidence, answer: KongsAnswer): boolean {
  if (method !== 'OPTIONS' || answer.status >= 300) return false;
  const asked = record.request?.headers ?? record.entry?.requestHeaders ?? [];
  const preflight = asked.some(([name]) => name === 'access-control-request-method');
  return preflight && headerIn(answer, 'access-control-allow-origin') !== null;
}
