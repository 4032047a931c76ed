import type { Evidence } from '../../evidence/index.ts';
import type { Cause } from '../../tables/causes/index.ts';
import type { Certainty } from '../model.ts';
import { isSentOnce } from './special.ts';

export interface CauseClass {
  /** Most likely first. */
  readonly causes: readonly Cause[];
  readonly certainty: Certainty;
}

/** A body of this size does not fit into the buffers of a connection that nobody reads. */
const LARGE_BODY = 100_000;

/** Timers fire up to this long after the set time (measured: 0 to 13 ms), and never before. */
const TIMER_SLACK_MS = 25;

/** Causes that a 502 of Kong may have, by what is known of Service and request (reference §10.6, §10.7 row 5). */
export function classOf502(evidence: Evidence): CauseClass {
  const { service, method, record, hasLb2 } = evidence;
  const protocol = service?.protocol ?? null;
  const headers = record.client?.headers ?? record.entry?.responseHeaders ?? [];
  if (protocol?.startsWith('grpc') || headers.some(([name]) => name === 'grpc-message'))
    return {
      causes: ['grpc-to-http1-upstream', 'upstream-refused', 'upstream-closed-before-headers'],
      certainty: 'likely',
    };
  const large = (record.request?.bodyBytes ?? record.entry?.requestSize ?? 0) > LARGE_BODY;
  const weights = new Map<Cause, number>();
  for (const [cause, weight] of PRIOR) weights.set(cause, weight);
  const scale = (factor: number, ...causes: readonly Cause[]): void => {
    for (const cause of causes) weights.set(cause, (weights.get(cause) ?? 0) * factor);
  };
  if (protocol === 'http') scale(0, ...TLS_CAUSES);
  if (protocol === 'https') {
    scale(0, 'plain-http-to-tls-upstream');
    scale(0.5, ...PLAIN_CAUSES);
    if (service?.tlsVerify !== true)
      scale(verifiesGlobally(evidence) ? 1 : 0, 'tls-verify-failed', 'tls-name-mismatch');
    else scale(6, 'tls-verify-failed', 'tls-name-mismatch');
    const usual = /443$/.test(String(service?.port ?? ''));
    if (usual) scale(0.2, 'tls-to-plain-upstream', 'upstream-refused');
    else scale(1.9, 'tls-to-plain-upstream');
  }
  if (protocol === 'http' && /443$/.test(String(service?.port ?? ''))) scale(20, 'plain-http-to-tls-upstream');
  if (large) scale(40, 'upstream-closed-while-sending');
  else scale(0.05, 'upstream-closed-while-sending');
  if (!isSentOnce(method)) scale(0, 'keepalive-race');
  if (hasLb2 === true) scale(4, 'lb2-l4-no-backend');
  else scale(0, 'lb2-l4-no-backend');
  byTries(evidence, scale);
  const causes = [...weights].filter(([, weight]) => weight > 0).sort(([, a], [, b]) => b - a);
  return { causes: causes.map(([cause]) => cause), certainty: 'possible' };
}

const ONCE: readonly Cause[] = ['upstream-invalid-header', 'upstream-header-too-big', 'upstream-framing-conflict'];
const UNSENT: readonly Cause[] = [
  'upstream-refused',
  'upstream-unreachable',
  'tls-to-plain-upstream',
  'tls-handshake-closed',
  'tls-alert',
  'tls-verify-failed',
  'tls-name-mismatch',
];

/** How often Kong tried tells whether the request had been sent (reference §0 fact 3). */
function byTries(
  { trace, service, method }: Evidence,
  scale: (factor: number, ...causes: readonly Cause[]) => void,
): void {
  const tries = trace.tries ?? trace.upstreamStatuses?.length ?? null;
  if (tries === null || tries === 0) return;
  if (tries > 1) {
    scale(0, ...ONCE);
    if (isSentOnce(method)) scale(0, ...SENT);
    return;
  }
  if ((service?.retries ?? 0) < 1) return;
  scale(0, ...UNSENT);
  if (isSentOnce(method)) return;
  scale(0, ...SENT);
}

const SENT: readonly Cause[] = [
  'upstream-closed-before-headers',
  'upstream-reset-before-headers',
  'keepalive-race',
  'plain-http-to-tls-upstream',
  'tls-client-certificate-required',
  'lb2-l4-no-backend',
];

const TLS_CAUSES: readonly Cause[] = [
  'tls-to-plain-upstream',
  'tls-handshake-closed',
  'tls-alert',
  'tls-client-certificate-required',
  'tls-verify-failed',
  'tls-name-mismatch',
];
const PLAIN_CAUSES: readonly Cause[] = [
  'upstream-refused',
  'upstream-unreachable',
  'upstream-closed-before-headers',
  'upstream-reset-before-headers',
  'upstream-invalid-header',
  'upstream-header-too-big',
  'upstream-framing-conflict',
  'keepalive-race',
];

/** How common each is where nothing else is known: an order of magnitude, not a measurement. */
const PRIOR: readonly (readonly [Cause, number])[] = [
  ['upstream-refused', 10],
  ['upstream-closed-before-headers', 6],
  ['upstream-reset-before-headers', 3],
  ['keepalive-race', 4],
  ['upstream-unreachable', 2],
  ['plain-http-to-tls-upstream', 1.5],
  ['tls-verify-failed', 3],
  ['tls-name-mismatch', 2],
  ['tls-alert', 3],
  ['tls-to-plain-upstream', 2.5],
  ['tls-client-certificate-required', 1.5],
  ['tls-handshake-closed', 2],
  ['upstream-invalid-header', 2.4],
  ['upstream-header-too-big', 2.2],
  ['upstream-framing-conflict', 2],
  ['upstream-closed-while-sending', 1],
  ['lb2-l4-no-backend', 0.5],
];

const verifiesGlobally = ({ record }: Evidence): boolean =>
  Object.entries(record.settings ?? {}).some(
    ([name, value]) => /proxy_ssl_verify$|tls_certificate_verify/.test(name) && value === 'on',
  );

/** Which timer of the Service a 504 of Kong may be (reference §10.6). */
export function classOf504(evidence: Evidence): CauseClass {
  const { service, record, hasLb2 } = evidence;
  const https = service?.protocol === 'https' || service?.protocol === 'grpcs';
  const large = (record.request?.bodyBytes ?? record.entry?.requestSize ?? 0) > LARGE_BODY;
  const waited = record.entry?.latencies.proxy ?? upstreamLatency(evidence);
  const timers: readonly (readonly [number | null | undefined, readonly Cause[]])[] = [
    [service?.readTimeout, ['upstream-read-timeout', ...(hasLb2 === true ? (['lb2-l4-no-backend'] as const) : [])]],
    [
      service?.connectTimeout,
      https ? ['upstream-connect-timeout', 'tls-handshake-timeout'] : ['upstream-connect-timeout'],
    ],
  ];
  const fits = (timer: number | null | undefined): boolean =>
    waited !== null && timer != null && waited >= timer - 1 && waited <= timer + TIMER_SLACK_MS;
  const all = timers.flatMap(([, causes]) => causes);
  const fitting = timers.filter(([timer]) => fits(timer)).flatMap(([, causes]) => causes);
  // A window that closes midway starts the timer late, so that no set time fits.
  const sending: readonly Cause[] = ['upstream-send-timeout'];
  const causes = large ? [...sending, ...fitting, ...all] : [...fitting, ...all, ...sending];
  return { causes: [...new Set(causes)], certainty: fitting.length === 1 && !large ? 'likely' : 'possible' };
}

const upstreamLatency = ({ answer }: Evidence): number | null => answer?.signs.upstreamLatency ?? null;
