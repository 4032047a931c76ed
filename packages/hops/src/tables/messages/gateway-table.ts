import { rowsOf } from './make.ts';
import type { Message } from './model.ts';

const usual = (ref: string) => ({
  in: 'answer' as const,
  statuses: [] as number[],
  basis: { kind: 'kong-source' as const, ref },
});
const row = rowsOf('gateway', usual('kong/runloop/handler.lua@3.9.1'));
const handled = rowsOf('gateway', usual('kong/error_handlers.lua@3.9.1'));
const nginx = rowsOf('nginx', usual('nginx/src/http/ngx_http_special_response.c@1.25.3'));

const WHO = 'why401 who answer.txt error.log — the line of the error log tells which failure it was.';

export const GATEWAY_MESSAGES: readonly Message[] = [
  row(
    'no-route',
    'no Route matched with those values',
    'The router found no Route: host, path, method, header, SNI or protocol differ, the Service is disabled, or this node has no such configuration yet.',
    'why401 route --config kong.yaml --request req.txt',
    { statuses: [404], advice: 'route-mismatch-502' },
  ),
  row(
    'no-service',
    'no Service found with those values',
    'The Route has no Service, and no plugin answered.',
    'Give the Route a Service, or a request-termination plugin.',
    { statuses: [503] },
  ),
  row(
    'https',
    'Please use HTTPS protocol',
    'protocols of the Route has https alone, and Kong believes that the call came by http: behind a load balancer that ends TLS, trusted_ips has to name it.',
    'Use https; or set trusted_ips and X-Forwarded-Proto.',
    { statuses: [426] },
  ),
  row(
    'http2',
    'Please use HTTP2 protocol',
    'A gRPC Route was reached by HTTP/1.1: something before Kong speaks HTTP/1.1 to it.',
    'Let the load balancer speak HTTP/2 to Kong.',
    { statuses: [426] },
  ),
  row(
    'non-grpc',
    'Non-gRPC request matched gRPC route',
    'An ordinary request met a Route whose protocols are grpc.',
    'why401 route --config kong.yaml --request req.txt',
    { statuses: [415] },
  ),
  row(
    'grpc-plain',
    'gRPC request matched gRPCs route',
    'A grpcs Route was reached without TLS.',
    'Use TLS; or protocols: [grpc].',
    { statuses: [200] },
  ),
  row(
    'name',
    'name resolution failed',
    'The host of the Service is no name that the name servers know: 3 name error, or an empty answer.',
    'why401 probe --config kong.yaml --service S — and from the node: dig HOST',
    { statuses: [503], advice: 'dns-504', basis: { kind: 'kong-source', ref: 'kong/runloop/balancer/init.lua@3.9.1' } },
  ),
  row(
    'dns',
    "failed the initial dns/balancer resolve for '{host}' with: {error}",
    'The name server failed, refused or did not answer.',
    'Look at dns_resolver in kong.conf; from the node: dig HOST',
    { statuses: [500], since: '3.3', advice: 'dns-504' },
  ),
  row(
    'peer',
    'failure to get a peer from the ring-balancer',
    'No target of the Upstream may be used: all unhealthy, weight 0, not resolvable, or below healthchecks.threshold.',
    'GET /upstreams/U/health (traditional mode only); look at targets and health checks.',
    { statuses: [503], advice: 'unhealthy-504' },
  ),
  handled(
    'invalid-response',
    'An invalid response was received from the upstream server',
    'Any failure of the upstream but a timeout: refused, closed, reset, TLS, a header too big or invalid. The text says nothing of which.',
    WHO,
    { statuses: [502], advice: 'invalid-response' },
  ),
  handled(
    'timeout',
    'The upstream server is timing out',
    'A timer of Kong ran out on the last try: connect, TLS handshake, send or read.',
    WHO,
    { statuses: [504], advice: 'timeouts-first' },
  ),
  handled(
    'unavailable',
    'The upstream server is currently unavailable',
    'The Upstream lost its last target while Kong was trying again; or a plugin answered 503 without a text.',
    WHO,
    { statuses: [503] },
  ),
  handled(
    'unexpected',
    'An unexpected error occurred',
    'A plugin raised a Lua error, or Kong itself failed; or a plugin answered 500 without a text.',
    'grep "runtime error\\|\\[kong\\]" error.log',
    { statuses: [500], advice: 'plugin-502' },
  ),
  handled(
    'bad-request',
    'Bad request',
    'nginx cannot read the request: no Host, Content-Length together with chunks, a bad chunk, or TLS or PROXY octets on a plain port.',
    'Look at the access log: what stands in the quotes is what came.',
    { statuses: [400] },
  ),
  handled(
    'header',
    'Request header or cookie too large',
    'A header line above 8 KiB, or all above 32 KiB (large_client_header_buffers).',
    'Send less, or set nginx_http_large_client_header_buffers.',
    { statuses: [400], since: '3.6' },
  ),
  handled(
    'method',
    'Method not allowed',
    'nginx refuses TRACE; or a plugin answered 405 without a text.',
    'Use another method.',
    { statuses: [405] },
  ),
  handled(
    'old-405',
    'The upstream server responded with 405',
    'nginx refuses TRACE: the upstream was not asked.',
    'Use another method.',
    { statuses: [405], until: '3.1' },
  ),
  handled(
    'payload',
    'Payload too large',
    'The body exceeds nginx_http_client_max_body_size, which Kong leaves unlimited: somebody set it.',
    'Raise nginx_http_client_max_body_size in kong.conf.',
    { statuses: [413] },
  ),
  handled(
    'uri',
    'URI too long',
    'The request line is longer than 8 KiB.',
    'Send it as a body, or set nginx_http_large_client_header_buffers.',
    { statuses: [414] },
  ),
  handled(
    'not-found',
    'Not found',
    'A plugin answered 404 without a text; the router’s own 404 has another one.',
    'why401 explain --config kong.yaml --request req.txt',
    { statuses: [404] },
  ),
  handled(
    '408',
    'Request timeout',
    'Practically never on the wire: where a client is too slow, nginx closes without an answer. A 408 that is seen comes from a load balancer or the server.',
    WHO,
    { statuses: [408] },
  ),
  nginx(
    'plain-on-tls',
    'The plain HTTP request was sent to HTTPS port',
    'Somebody speaks http to a TLS port: with Kong’s page, the one before Kong; with Kong’s Upstream-Latency, Kong to the server.',
    'Set protocol: https for the Service; or let the load balancer speak https to port 8443.',
    { statuses: [400] },
  ),
  nginx(
    'no-certificate',
    'No required SSL certificate was sent',
    'The server wants a client certificate.',
    'Give the Service a client_certificate.',
    { statuses: [400] },
  ),
  nginx(
    '501',
    '501 Not Implemented',
    'The Transfer-Encoding is unknown.',
    'Let the client send chunked, or Content-Length.',
    { statuses: [501] },
  ),
  nginx(
    '505',
    '505 HTTP Version Not Supported',
    'The request line names a version that nginx does not speak.',
    'Let the one before Kong speak HTTP/1.1.',
    { statuses: [505] },
  ),
  handled(
    'upstream-status',
    'upstream_status={status}',
    'Of the JSON log: what the server answered, or what Kong counts a failed try as; source says who wrote the answer.',
    WHO,
    { in: 'error-log', advice: 'upstream-status-504', basis: { kind: 'recorded', ref: 'chains of Kong 3.9.1' } },
  ),
];
