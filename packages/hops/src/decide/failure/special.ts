import type { Evidence, SignedLine } from '../../evidence/index.ts';
import type { Alternative } from '../model.ts';
import { alertCause, LINE_CAUSES, type LineCause } from './line-causes.ts';

/** A request that nginx does not send twice once its first byte went out. */
export const isSentOnce = (method: string | null): boolean =>
  method === 'POST' || method === 'PATCH' || method === 'LOCK';

/** The port that the line tried speaks TLS by custom. */
const TLS_PORT = /443$/;

/** Lines that tell of closing or silence, which a layer-4 LB2 without a server shows as well. */
const RELAYED: ReadonlySet<string> = new Set([
  'U-FIN-HEAD',
  'U-RST-HEAD',
  'U-RST-CONN',
  'U-TO-HEAD',
  'U-TO-SEND',
  'U-TO-TLS',
  'U-EPIPE',
  'T-CLOSED',
]);

/** What a line means when the rest of the evidence is looked at too (reference §10.4). */
export function lineCause(signed: SignedLine, evidence: Evidence): LineCause | undefined {
  const { code } = signed.signature;
  const { lb2 } = evidence;
  if (RELAYED.has(code) && lb2?.layer === 4 && lb2.own === 'no-backend')
    return { cause: 'lb2-l4-no-backend', certainty: 'certain' };
  switch (code) {
    case 'U-FIN-HEAD':
    case 'U-RST-HEAD':
      return closed(signed, evidence);
    case 'U-TO-HEAD':
    case 'U-TO-SEND':
    case 'U-TO-TLS':
    case 'T-CLOSED':
      return behindLb2(code, evidence);
    case 'U-RST-CONN':
      return schemeOf(signed, evidence) === 'https'
        ? { cause: 'tls-client-certificate-required', certainty: 'possible', or: ['upstream-reset-before-headers'] }
        : behindLb2(code, evidence);
    case 'U-EPIPE':
      return /SSL/.test(signed.line.message)
        ? { cause: 'upstream-closed-while-sending', certainty: 'likely', or: ['tls-client-certificate-required'] }
        : LINE_CAUSES[code];
    case 'U-NOHTTP':
      return TLS_PORT.test(portOf(signed, evidence))
        ? { cause: 'plain-http-to-tls-upstream', certainty: 'likely', or: ['upstream-not-http'] }
        : LINE_CAUSES[code];
    case 'T-ALERT':
      return alertCause(signed.captured[1], false);
    case 'T-READ-ALERT':
      return alertCause(signed.captured[0], true);
    default:
      return LINE_CAUSES[code];
  }
}

function closed(signed: SignedLine, evidence: Evidence): LineCause {
  const { lb2, method } = evidence;
  const reset = signed.signature.code === 'U-RST-HEAD';
  const [plain, other] = reset
    ? (['upstream-reset-before-headers', 'upstream-closed-before-headers'] as const)
    : (['upstream-closed-before-headers', 'upstream-reset-before-headers'] as const);
  const http = schemeOf(signed, evidence) !== 'https';
  if (http && lb2?.plainToTls) return { cause: 'plain-http-to-tls-upstream', certainty: 'certain' };
  const l4: readonly Alternative[] = evidence.hasLb2 === true && lb2 === null ? ['lb2-l4-no-backend'] : [];
  if (http && TLS_PORT.test(portOf(signed, evidence)))
    return { cause: 'plain-http-to-tls-upstream', certainty: 'possible', or: [plain, ...l4, 'keepalive-race'] };
  const wrongScheme: readonly Alternative[] = http
    ? ['plain-http-to-tls-upstream']
    : ['tls-client-certificate-required'];
  if (isSentOnce(method))
    return { cause: plain, certainty: 'possible', or: ['keepalive-race', ...wrongScheme, ...l4, other] };
  return { cause: plain, certainty: 'likely', or: [...wrongScheme, ...l4, other] };
}

/** A layer-4 LB2 without a server first accepts: silence and closing are then its own. */
function behindLb2(code: string, { hasLb2, lb2 }: Evidence): LineCause | undefined {
  const known = LINE_CAUSES[code];
  if (known === undefined || hasLb2 === false) return known;
  const told = lb2 !== null && lb2.own !== 'no-backend';
  return told ? known : { ...known, certainty: 'likely', or: ['lb2-l4-no-backend', ...(known.or ?? [])] };
}

const schemeOf = ({ line }: SignedLine, { service }: Evidence): string | null =>
  line.upstream === null ? (service?.protocol ?? null) : (/^(\w+):/.exec(line.upstream)?.[1] ?? null);

const portOf = ({ line }: SignedLine, { service }: Evidence): string =>
  line.upstream === null
    ? String(service?.port ?? '')
    : (/^\w+:\/\/(?:\[[^\]]*\]|[^:/]*):(\d+)/.exec(line.upstream)?.[1] ?? '');
