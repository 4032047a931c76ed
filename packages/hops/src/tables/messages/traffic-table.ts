import { rowsOf } from './make.ts';
import type { Message } from './model.ts';

const rows = (plugin: string, statuses: readonly number[]) =>
  rowsOf(plugin, {
    in: 'answer',
    statuses,
    basis: { kind: 'kong-source', ref: `kong/plugins/${plugin}/handler.lua@3.9.1` },
  });
const ip = rows('ip-restriction', [403]);
const bot = rows('bot-detection', [403]);
const rate = rows('rate-limiting', [429]);
const response = rows('response-ratelimiting', [429]);
const size = rows('request-size-limiting', [413]);
const termination = rows('request-termination', [503]);

export const TRAFFIC_MESSAGES: readonly Message[] = [
  ip(
    'address',
    'IP address not allowed: {address}',
    'The address that Kong saw is not in allow, or in deny. Behind a load balancer it is that one’s address, unless trusted_ips names it.',
    'Set trusted_ips and real_ip_header in kong.conf; or allow the address.',
  ),
  bot(
    'forbidden',
    'Forbidden',
    'The User-Agent fits a pattern of deny, or of the plugin’s own list.',
    'Add it to config.allow.',
  ),
  bot('two-agents', 'Only one User-Agent header allowed', 'The request has User-Agent twice.', 'Send it once.', {
    statuses: [400],
  }),
  rate(
    'exceeded',
    'API rate limit exceeded',
    'More calls than the configured number in the window; RateLimit-Reset says how long it lasts.',
    'Wait for RateLimit-Reset seconds, or raise the limit; limit_by says who is counted together.',
  ),
  rate(
    'usage',
    'failed to get usage: {error}',
    'The counter could not be read (Redis, database); with fault_tolerant the call goes on.',
    'Look at the connection to Redis.',
    { in: 'error-log', statuses: [] },
  ),
  response(
    'exceeded',
    "API rate limit exceeded for '{limit}'",
    'Earlier answers of the server counted up this limit (header_name).',
    'Look at which answers carry the header.',
    { basis: { kind: 'kong-source', ref: 'kong/plugins/response-ratelimiting/access.lua@3.9.1' } },
  ),
  size(
    'exceeded',
    'Request size limit exceeded',
    'The body is larger than allowed_payload_size (MB by default); 417 where the client sent Expect: 100-continue.',
    'Raise config.allowed_payload_size, or send less.',
    { statuses: [413, 417] },
  ),
  size(
    'length',
    'A valid Content-Length header is required',
    'require_content_length is set, and the request has neither Content-Length nor chunks: a plain GET has none either.',
    'Send Content-Length: 0, or unset require_content_length.',
    { statuses: [411] },
  ),
  termination(
    'unavailable',
    'Service unavailable',
    'request-termination answers on purpose with its status_code and message.',
    'Remove or disable the plugin, or set its trigger.',
    { statuses: [503] },
  ),
  termination(
    'bad-gateway',
    'Bad Gateway',
    'request-termination with status_code 502, or aws-lambda whose function gave no usable answer. The gateway’s own 502 has another text.',
    'why401 explain --config kong.yaml --request req.txt',
    { statuses: [502] },
  ),
];
