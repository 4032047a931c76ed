import { type Evidence, lineOf, type SignedLine } from '../evidence/index.ts';
import { causeRow } from '../tables/causes/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { isSentOnce, LINE_CAUSES, type LineCause, lineCause } from './failure/index.ts';
import type { Alternative, Finding, Stage } from './model.ts';

/** error.log and nothing else (reference §10.8): never certain, since LB1 may have answered, or a later try have succeeded. */
export const byErrorLog: Stage = (evidence) => {
  const { lines } = evidence;
  const signed = lines.decisive;
  if (signed === null) return withoutFailure(evidence);
  const places = [signed.line.place];
  const because = reason('error-log-alone', signed.line.message.slice(0, 200));
  return ofHealth(signed, because, places) ?? ofExchange(signed, evidence, because, places);
};

/** Lines that only warn of something on the way: whatever came of it, no exchange failed. */
const PASSING: ReadonlySet<string> = new Set(['S-BUFREQ', 'S-BUFRESP', 'U-DUPHDR-IGNORED']);

function withoutFailure({ lines, record }: Evidence): Finding | undefined {
  const passed = lines.all.find(({ signature }) => PASSING.has(signature.code));
  if (passed !== undefined)
    return {
      hop: 'server',
      cause: 'ok',
      certainty: 'possible',
      or: ['server-answered', 'server-request-body-too-large', 'slow-ok'],
      because: reason('error-log-alone', passed.line.message.slice(0, 200)),
      places: [passed.line.place],
    };
  const lua = record.errorLines?.findLast(
    ({ level, message }) => level === 'error' && /^\[(?:lua|kong)\]/.test(message),
  );
  if (lua === undefined) return undefined;
  return {
    hop: 'kong',
    cause: 'plugin-runtime-error',
    certainty: 'possible',
    or: ['plugin-custom-exit'],
    because: reason('lua-line', lua.message.slice(0, 200)),
    places: [lua.place],
  };
}

type Shown = readonly [because: Finding['because'], places: NonNullable<Finding['places']>];

function ofHealth({ signature }: SignedLine, ...[because, places]: Shown): Finding | undefined {
  const { code, group } = signature;
  if (code === 'D-UPS')
    return { hop: 'kong', cause: 'no-healthy-target', certainty: 'possible', or: ['dns-name-error'], because, places };
  if (group !== 'balancer' || code === 'B-RETRY') return undefined;
  const health = reason('health-lines-only');
  return { hop: 'kong', cause: 'no-healthy-target', certainty: 'possible', because: health, places };
}

function ofExchange(signed: SignedLine, evidence: Evidence, ...[because, places]: Shown): Finding | undefined {
  const { code } = signed.signature;
  const who = lineOf(evidence.lines, 'C-499');
  if (who !== undefined) return left(evidence, signed, because, places);
  if (code === 'L-PLUGIN') return pluginLine(signed.captured[2], because, places);
  const found = lineCause(signed, evidence);
  if (found === undefined) return undefined;
  const more = alternatives(code, evidence);
  const base = { because, places } as const;
  if (hidden(evidence)) return retried(signed, evidence, found, base);
  if (code === 'U-NOHTTP') return noHttp(evidence, base);
  if (CUT.has(code)) return cut(signed, evidence, base);
  const certainty = found.certainty === 'certain' ? 'likely' : found.certainty;
  return {
    ...base,
    hop: causeRow(found.cause).hop,
    cause: found.cause,
    certainty,
    or: [...more.slice(0, 1), ...(found.or ?? []), ...more.slice(1)],
  };
}

type Base = Pick<Finding, 'because' | 'places'>;

/** A further try followed: it succeeded, or whoever had asked was gone by then, which only `info` would tell. */
function retried(signed: SignedLine, evidence: Evidence, { cause, or = [] }: LineCause, base: Base): Finding {
  const timer = signed.signature.code.startsWith('U-TO-');
  if (timer && evidence.hasLb1 === true && !tellsLeaving(evidence))
    return {
      ...base,
      hop: 'lb1',
      cause: 'lb1-gave-up',
      certainty: 'possible',
      or: ['hidden-retry', cause, 'client-gave-up'],
    };
  return {
    ...base,
    hop: 'server',
    cause: 'hidden-retry',
    certainty: 'likely',
    or: [cause, 'server-answered', ...(timer ? (['lb1-gave-up'] as const) : []), ...or],
  };
}

/** nginx writes at `info` that a client left. */
const tellsLeaving = ({ record, lines }: Evidence): boolean =>
  ['info', 'debug'].includes(record.settings?.['log_level'] ?? '') ||
  lines.all.some(({ line }) => line.level === 'info' || line.level === 'debug');

function noHttp({ hasLb1, service }: Evidence, base: Base): Finding {
  const http = service?.protocol === 'http';
  return {
    ...base,
    hop: hasLb1 === true ? 'lb1' : 'server',
    cause: http ? 'plain-http-to-tls-upstream' : 'upstream-not-http',
    certainty: 'possible',
    or: [http ? 'upstream-not-http' : 'plain-http-to-tls-upstream'],
  };
}

const CUT: ReadonlySet<string> = new Set(['U-RST-BODY', 'U-FIN-BODY', 'U-TO-BODY']);

/** The body was cut: of an answer that was good, or of a refusal that did not wait for the request's body. */
function cut(signed: SignedLine, { lines, record, method }: Evidence, base: Base): Finding {
  const { code } = signed.signature;
  if (code === 'U-TO-BODY')
    return {
      ...base,
      hop: 'kong',
      cause: 'upstream-body-timeout',
      certainty: 'likely',
      or: ['lb1-gave-up', { cause: 'upstream-not-http', hop: 'server' }],
    };
  const spilled = lines.all.some(({ signature }) => signature.code === 'S-BUFREQ');
  if (spilled)
    return {
      ...base,
      hop: 'server',
      cause: 'server-request-body-too-large',
      certainty: 'likely',
      or: ['truncated-response', 'server-answered'],
    };
  const sent = (record.request?.bodyBytes ?? 0) > 0 || method === 'POST' || method === 'PUT';
  const hop = signed.line.subrequest === null ? 'server' : 'kong';
  return {
    ...base,
    hop,
    cause: 'truncated-response',
    certainty: 'likely',
    or: sent ? ['server-request-body-too-large', 'server-answered'] : ['server-answered'],
  };
}

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

function left({ hasLb1 }: Evidence, { signature }: SignedLine, ...[because, places]: Shown): Finding {
  const known = LINE_CAUSES[signature.code];
  const failed: readonly Alternative[] = known === undefined ? [] : [known.cause];
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
        or: ['client-gave-up', ...failed, 'client-aborted-upload'],
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
