import { lineOf } from '../evidence/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { first, type Stage } from './model.ts';

/** What decides by itself, whatever else is known (reference §10.3, rows 1 to 5). */
const adminApi: Stage = ({ answer }) =>
  answer?.signs.admin && answer.signs.upstreamLatency === null
    ? { hop: 'kong', cause: 'admin-api-instead-of-proxy', certainty: 'certain', because: reason('admin-latency') }
    : undefined;

const refused: Stage = ({ record, hasLb1, trace }) => {
  if (record.client?.error !== 'connection refused') return undefined;
  const certainty = hasLb1 === true ? 'possible' : hasLb1 === false && trace.given ? 'certain' : 'likely';
  return { hop: 'client', cause: 'kong-unreachable', certainty, because: reason('connection-refused') };
};

const proxyProtocol: Stage = ({ lines, hasLb1 }) => {
  const found = lineOf(lines, 'C-PROXYPROTO');
  if (found === undefined) return undefined;
  return {
    hop: hasLb1 ? 'lb1' : 'kong',
    cause: 'proxy-protocol-mismatch',
    certainty: 'certain',
    because: reason('proxy-protocol-line', found.captured[0] ?? ''),
    places: [found.line.place],
  };
};

/** A TLS record of a handshake (RFC 8446 §5.1), as nginx escapes it in its log. */
const HANDSHAKE = /^\\x16\\x03/;

const tlsOnPlainPort: Stage = ({ record, hasLb1, answer, lb1 }) => {
  const found = record.accessLines?.find(({ request, status }) => status === 400 && HANDSHAKE.test(request));
  if (found === undefined) return undefined;
  // A layer-4 balancer hands the client's own handshake on, and the client cannot read the answer.
  const relayed = lb1?.layer === 4 || record.client?.error === 'tls failure';
  return {
    hop: hasLb1 && !relayed && (answer?.status ?? null) !== 400 ? 'lb1' : 'kong',
    cause: 'tls-to-plain-port',
    certainty: hasLb1 && relayed ? 'likely' : 'certain',
    because: reason('tls-bytes-on-plain-port'),
    places: [found.place],
  };
};

const aborted: Stage = ({ record }) =>
  record.client?.error === 'aborted'
    ? { hop: 'client', cause: 'client-aborted-upload', certainty: 'certain', because: reason('upload-aborted') }
    : undefined;

export const firstSigns: Stage = first(adminApi, refused, proxyProtocol, tlsOnPlainPort, aborted);
