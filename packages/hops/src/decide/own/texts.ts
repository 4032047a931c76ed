import type { Evidence } from '../../evidence/index.ts';
import type { AnswerText } from '../../tables/answers/index.ts';
import type { Cause } from '../../tables/causes/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import type { Certainty, Finding } from '../model.ts';
import { headerIn, type KongsAnswer } from './answer-of.ts';
import { foundNothing, lostCredential } from './credentials.ts';
import { unrouted } from './unrouted.ts';

/** What one of Kong's texts says of the cause. Undefined: it is not what it says. */
export function byText(evidence: Evidence, answer: KongsAnswer, row: AnswerText, length: boolean): Finding | undefined {
  const certainty: Certainty = length ? 'likely' : 'certain';
  const base: Finding = {
    hop: 'kong',
    cause: row.cause,
    certainty,
    because: length ? reason('kong-length', row.text) : reason('kong-text', answer.own?.message ?? row.text),
    ...(row.plugin === undefined ? {} : { plugin: row.plugin }),
  };
  if (contradicted(evidence, row) || isCopied(evidence, answer, row)) return undefined;
  if (row.cause === 'no-route') return unrouted(evidence, base);
  if (row.cause === 'https-required') return schemes(evidence, base);
  if (row.plugin !== undefined && answer.status === 401) return credential(evidence, answer, row, base);
  if (row.cause === 'request-malformed') return malformed(evidence, base);
  if (row.cause === 'plugin-runtime-error') return crashed(evidence, base);
  if (row.cause === 'method-trace' && evidence.method !== 'TRACE') return undefined;
  if (row.afterProxying) return undefined;
  if (row.cause === 'plugin-rate-limiting' && headerIn(answer, 'ratelimit-limit') === null && !length)
    return { ...base, certainty: 'likely' };
  return base;
}

/** Causes that Kong finds before it looks for a Route. */
const EARLY: ReadonlySet<Cause> = new Set<Cause>([
  'request-malformed',
  'request-header-too-large',
  'uri-too-long',
  'version-or-coding-unsupported',
]);

/** The entry knows Route or Service, and the text says that there is none: a plugin copies it. */
function contradicted({ record, lines, trace }: Evidence, { cause }: AnswerText): boolean {
  const { entry } = record;
  if (entry !== null && !entry.truncated) {
    if (cause === 'no-route' && entry.route !== null) return true;
    if (cause === 'no-service' && entry.service !== null) return true;
    if (EARLY.has(cause) && entry.route !== null && trace.proxied === false) return true;
  }
  // Kong logs every failed name as an error.
  const dns = cause === 'dns-name-error' || cause === 'dns-server-failure';
  return dns && lines.given && !lines.all.some(({ signature }) => signature.group === 'dns');
}

/**
 * Since 3.3 the core, and ever since most plugins, write their texts into Kong's template; the jwt plugin writes a bare
 * table. The same text in the other dress is somebody's copy.
 */
function isCopied({ record, answer }: Evidence, { own }: KongsAnswer, { shape }: AnswerText): boolean {
  if (own?.shape === 'template') return shape === 'table';
  if (own?.shape !== 'table' || shape === 'table') return false;
  const text = answer?.signs.server ?? answer?.signs.via ?? record.kong ?? '';
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
  return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 3);
}

function credential(evidence: Evidence, { own }: KongsAnswer, row: AnswerText, base: Finding): Finding {
  if (evidence.hasLb1 === false) return base;
  const [plugin, message] = [row.plugin ?? '', own?.message ?? row.text];
  const lost = lostCredential(evidence, plugin, message);
  // What the client sent may have been taken away, where nobody knows what that was.
  const unknown = evidence.record.request === null && foundNothing(plugin, message);
  if (lost === undefined)
    return unknown && base.certainty === 'certain'
      ? { ...base, certainty: 'likely', or: ['lb1-header-stripped'] }
      : base;
  return {
    ...base,
    cause: 'lb1-header-stripped',
    certainty: lost.seenMissing ? 'certain' : 'possible',
    or: [row.cause],
    because: reason(lost.seenMissing ? 'credential-missing-at-kong' : 'credential-sent', lost.header),
  };
}

/** 426, or a redirect: the scheme that the client used tells whose fault it is. */
export function schemes({ record, hasLb1, configured }: Evidence, base: Finding, redirect = false): Finding {
  const scheme = record.request?.scheme ?? null;
  const because = reason(redirect ? 'redirect-to-https' : 'https-wanted', scheme ?? 'an unknown scheme');
  const { route } = configured;
  const wanted = route !== null && !route.protocols.includes('http') && !route.protocols.includes('grpc');
  const certainty = base.certainty === 'certain' && redirect && !wanted ? 'likely' : base.certainty;
  if (scheme === 'http') return { ...base, cause: 'https-required', certainty, because };
  if (scheme === 'https')
    return {
      ...base,
      cause: 'forwarded-proto-untrusted',
      certainty: hasLb1 === false ? 'possible' : certainty,
      because,
    };
  const behind = hasLb1 !== false;
  return { ...base, certainty: 'possible', or: behind ? ['forwarded-proto-untrusted'] : [], because };
}

function malformed({ record, hasLb1 }: Evidence, base: Finding): Finding {
  const raw = record.request?.rawBytes ?? '';
  // Of an unreadable request line, Kong logs the first word as the method.
  const logged = record.accessLines?.at(-1)?.request ?? record.entry?.method ?? '';
  if (
    /^PROXY /.test(raw) ||
    /^PROXY(?: |$)/.test(logged) ||
    /^\r\n\r\n\0\r\nQUIT/.test(raw) ||
    /^\\x0D\\x0A\\x0D\\x0A\\x00/.test(logged)
  )
    return { ...base, cause: 'proxy-protocol-mismatch' };
  if (/^\x16\x03/.test(raw) || /^(?:\x16|\\x16)/.test(logged))
    return { ...base, hop: hasLb1 ? 'lb1' : 'kong', cause: 'tls-to-plain-port' };
  const unread = record.entry !== null && record.entry.requestHeaders?.length === 0;
  const known = record.request !== null || record.accessLines !== null;
  if (unread && !known) return { ...base, certainty: 'possible', or: ['proxy-protocol-mismatch', 'tls-to-plain-port'] };
  const front = record.request?.rawBytes === null && record.accessLines === null;
  return front
    ? { ...base, certainty: 'likely', or: ['proxy-protocol-mismatch', 'plugin-custom-exit'] }
    : { ...base, or: ['proxy-protocol-mismatch'] };
}

function crashed({ lines }: Evidence, base: Finding): Finding {
  const line = lines.all.findLast(({ signature }) => signature.code === 'L-CRASH' || signature.code === 'L-PLUGIN');
  if (line !== undefined)
    return {
      ...base,
      certainty: 'certain',
      because: reason('lua-line', line.line.message.slice(0, 200)),
      places: [line.line.place],
    };
  if (lines.given)
    return {
      ...base,
      cause: 'plugin-custom-exit',
      certainty: 'possible',
      or: ['plugin-request-termination', base.cause],
    };
  return {
    ...base,
    certainty: 'likely',
    or: ['dns-server-failure', 'plugin-custom-exit', 'plugin-request-termination'],
  };
}
