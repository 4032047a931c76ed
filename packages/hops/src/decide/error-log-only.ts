import type { Evidence } from '../evidence/index.ts';
import { causeRow } from '../tables/causes/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { isSentOnce, lineCause } from './failure/index.ts';
import type { Alternative, Finding, Stage } from './model.ts';

/** error.log and nothing else (reference §10.8): never certain, since LB1 may have answered, or a later try have succeeded. */
export const byErrorLog: Stage = (evidence) => {
  const { lines } = evidence;
  const signed = lines.decisive;
  if (signed === null) return undefined;
  const { code, group } = signed.signature;
  const places = [signed.line.place];
  const because = reason('error-log-alone', signed.line.message.slice(0, 200));
  if (code === 'C-499') return left(evidence, because, places);
  if (group === 'balancer' && code !== 'B-RETRY')
    return {
      hop: 'kong',
      cause: 'no-healthy-target',
      certainty: 'possible',
      because: reason('health-lines-only'),
      places,
    };
  if (code === 'D-UPS')
    return { hop: 'kong', cause: 'no-healthy-target', certainty: 'possible', or: ['dns-name-error'], because, places };
  if (code === 'L-PLUGIN') return pluginLine(signed.captured[2], because, places);
  if (group === 'saturation') return undefined;
  const found = lineCause(signed, evidence);
  if (found === undefined) return undefined;
  const more = alternatives(code, evidence);
  const cut = code === 'U-RST-BODY' || code === 'U-FIN-BODY';
  const refusedBody = cut && lines.all.some(({ signature }) => signature.code === 'S-BUFREQ');
  if (refusedBody)
    return {
      hop: 'server',
      cause: 'server-request-body-too-large',
      certainty: 'likely',
      or: ['truncated-response', 'server-answered'],
      because,
      places,
    };
  const retried = hidden(evidence);
  if (retried)
    return {
      hop: 'server',
      cause: 'hidden-retry',
      certainty: 'likely',
      or: [found.cause, ...(found.or ?? []), ...more],
      because,
      places,
    };
  const buffered = signed.line.subrequest !== null && found.cause === 'truncated-response';
  const hop = buffered ? 'kong' : notHttp(evidence, found.cause) ? 'lb1' : causeRow(found.cause).hop;
  return {
    hop,
    cause: found.cause,
    certainty: found.certainty === 'certain' ? 'likely' : found.certainty,
    or: [...more.slice(0, 1), ...(found.or ?? []), ...more.slice(1)],
    because,
    places,
  };
};

const notHttp = ({ hasLb1 }: Evidence, cause: Finding['cause']): boolean =>
  hasLb1 === true && (cause === 'upstream-not-http' || cause === 'plain-http-to-tls-upstream');

/** nginx would have tried again, and wrote no second line: the next try succeeded. */
function hidden(evidence: Evidence): boolean {
  const { lines, service, method } = evidence;
  const last = lines.failures.at(-1);
  if (last === undefined || lines.decisive?.signature.code === 'B-RETRY') return false;
  if (!repeated(last.signature.code, method)) return false;
  const retries = service?.retries ?? null;
  return retries !== null && lines.failures.length <= retries;
}

const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'U-REFUSED',
  'U-RST-CONN',
  'U-UNREACH',
  'U-PORTS',
  'U-TO-CONN',
  'U-TO-TLS',
  'T-PLAIN',
  'T-CLOSED',
  'T-ALERT',
  'T-LOCAL',
  'T-VERIFY',
  'T-NAME',
]);
const AFTER_SENDING: ReadonlySet<string> = new Set([
  'U-TO-HEAD',
  'U-TO-SEND',
  'U-FIN-HEAD',
  'U-RST-HEAD',
  'U-EPIPE',
  'T-MTLS13',
]);

/** Whether nginx tries again after such a line (reference §0 fact 3). */
function repeated(code: string, method: string | null): boolean {
  return BEFORE_SENDING.has(code) || (AFTER_SENDING.has(code) && !isSentOnce(method));
}

function alternatives(code: string, evidence: Evidence): readonly Alternative[] {
  const { lines, service, method, hasLb1 } = evidence;
  const timer = code.startsWith('U-TO-') && hasLb1 !== false ? (['lb1-gave-up'] as const) : [];
  const once = lines.failures.length === 1 && service?.retries == null && repeated(code, method);
  return [...timer, ...(once ? (['hidden-retry'] as const) : [])];
}

function left({ hasLb1 }: Evidence, because: Finding['because'], places: Finding['places'] = []): Finding {
  return hasLb1 === false
    ? {
        hop: 'client',
        cause: 'client-gave-up',
        certainty: 'possible',
        or: ['client-aborted-upload', 'lb1-gave-up'],
        because,
        places,
      }
    : {
        hop: 'lb1',
        cause: 'lb1-gave-up',
        certainty: 'possible',
        or: ['client-gave-up', 'client-aborted-upload'],
        because,
        places,
      };
}

function pluginLine(plugin: string | undefined, because: Finding['because'], places: Finding['places'] = []): Finding {
  return {
    hop: 'kong',
    cause: 'plugin-runtime-error',
    certainty: 'possible',
    or: ['plugin-custom-exit'],
    because,
    places,
    ...(plugin === undefined ? {} : { plugin }),
  };
}
