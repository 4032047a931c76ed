import type { Evidence } from '../evidence/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { first, type Stage } from './model.ts';

/** Somebody left, or no HTTP came: statuses that nobody saw (reference §10.3, rows 7 to 9). */
const left: Stage = (evidence) => {
  const { record, trace, hasLb1, lb1, answer } = evidence;
  if (trace.status !== 499) return undefined;
  const because = reason('kong-logged-499', `after ${record.entry?.latencies.request ?? '?'} ms`);
  const client = { hop: 'client', cause: 'client-gave-up', or: ['lb1-gave-up'], because } as const;
  const front = { hop: 'lb1', cause: 'lb1-gave-up', or: ['client-gave-up'], because } as const;
  if (record.client?.error === 'timeout' && lb1?.own !== 'timeout')
    // LB1 may have left this Kong for another one before the client lost patience.
    return { ...client, certainty: hasLb1 === false || lb1 !== null ? 'certain' : 'likely' };
  if (hasLb1 === false) return { ...client, certainty: 'likely' };
  if (answer === null)
    return hasLb1 === true ? { ...front, certainty: 'possible' } : { ...client, certainty: 'possible' };
  const late = answer.status === null || answer.status >= 500 || lb1?.own === 'timeout';
  return { ...front, certainty: hasLb1 === true && late ? 'certain' : 'likely' };
};

const leftUnnoticed: Stage = ({ record, trace, hasLb1 }) => {
  if (record.client?.error !== 'timeout' || trace.status === null || trace.status === 9) return undefined;
  if (hasLb1 === false && trace.status !== 200) return undefined;
  return {
    hop: 'client',
    cause: 'client-gave-up',
    certainty: 'likely',
    or: ['lb1-gave-up'],
    because: reason('client-left-kong-went-on', String(trace.status)),
  };
};

/** A TLS alert is one record of 7 bytes (RFC 8446 §5.1, §6). */
const ALERT_BYTES = 7;

const notHttp: Stage = (evidence) => {
  const { trace, hasLb1, record } = evidence;
  if (trace.status !== 9) return undefined;
  const alert = isAlert(evidence);
  const cause = alert ? 'plain-http-to-tls-upstream' : 'upstream-not-http';
  const raw = record.client?.error === 'not http';
  return {
    hop: hasLb1 === true && !raw ? 'lb1' : 'server',
    cause,
    certainty: 'likely',
    or: alert ? ['upstream-not-http'] : ['plain-http-to-tls-upstream'],
    because: reason('kong-logged-009', trace.bytes === null ? 'size unknown' : `${trace.bytes} bytes`),
  };
};

function isAlert({ trace, record, lb2 }: Evidence): boolean {
  const client = record.client;
  if (client?.error === 'not http' && client.body !== '') return /^\x15\x03/.test(client.body);
  const bytes = [trace.bytes, record.entry?.responseSize, lb2?.layer === 4 ? lb2.bytes : null];
  return bytes.includes(ALERT_BYTES);
}

const tooSlow: Stage = ({ trace, answer, record }) => {
  if (trace.status !== 408 || answer?.status != null) return undefined;
  const asked = (trace.upstreamStatuses?.length ?? 0) > 0 || (trace.tries ?? 0) > 0;
  if (asked || (record.entry === null && answer === null)) return undefined;
  return { hop: 'kong', cause: 'client-too-slow', certainty: 'certain', because: reason('kong-logged-408') };
};

export const goneOrNoHttp: Stage = first(left, notHttp, leftUnnoticed, tooSlow);
