import type { Basis } from '@why401/core';
import type { Advice } from './model.ts';

const RECORDED: Basis = { kind: 'recorded', ref: 'chains of Kong 3.9.1' };
const source = (ref: string): Basis => ({ kind: 'kong-source', ref });
const docs = (ref: string): Basis => ({ kind: 'kong-docs', ref });

/** Read in order; the first row whose words all stand in a text is the one that it is about. */
export const ADVICE: readonly Advice[] = [
  {
    id: 'config-issuer',
    says: '“No credentials found for given iss” comes from OpenID Connect: set config.issuer',
    words: [/config\.issuer|set .*issuer/i, /credential|jwt plugin|iss'/i],
    verdict: 'wrong',
    instead:
      'It is the jwt plugin, which has no config.issuer: it wants a credential whose key equals iss (POST /consumers/C/jwt with key, algorithm, rsa_public_key). Where both plugins are on, remove jwt, or let either count by anonymous.',
    tempts: ['plugin-jwt'],
    basis: source('kong/plugins/jwt/handler.lua@3.9.1'),
  },
  {
    id: 'issuer-exactly',
    says: 'config.issuer of openid-connect must equal iss exactly',
    words: [/config\.issuer|issuer/i, /exactly|must (?:equal|match|be equal|be the same)/i],
    verdict: 'imprecise',
    instead:
      'It is where the document is fetched; the issuer inside the document, and issuers_allowed, are what iss is compared with.',
    tempts: [],
    basis: docs('plugins/openid-connect'),
  },
  {
    id: 'upstream-status-504',
    says: 'upstream_status=504: Kong sent the request and got no answer in time',
    words: [/upstream_status/i, /504|timeout|time-out|in time/i],
    verdict: 'half right',
    instead:
      'True where a timer of Kong ran out (source: kong); but also where the server, or a load balancer behind Kong, sent a 504, and for connect time-outs, where no request was sent.',
    tempts: ['upstream-read-timeout', 'upstream-connect-timeout', 'lb2-timeout'],
    basis: RECORDED,
  },
  {
    id: 'dns-504',
    says: 'A DNS failure or delay gives 504',
    words: [/dns|name resolution|resolv/i, /504/],
    verdict: 'wrong',
    instead: 'A name that does not exist gives 503 (name resolution failed), a name server that fails 500.',
    tempts: ['dns-name-error', 'dns-server-failure'],
    basis: RECORDED,
  },
  {
    id: 'dns-502-use-ip',
    says: '502 by DNS failure: use the IP',
    words: [/dns/i, /502|\bip\b/i],
    verdict: 'wrong',
    instead:
      'DNS gives 503 or 500, not 502; and an address instead of a name breaks the name in TLS, certificates and failover.',
    tempts: ['dns-name-error', 'dns-server-failure'],
    basis: RECORDED,
  },
  {
    id: 'unhealthy-504',
    says: 'All targets unhealthy gives 504',
    words: [/unhealthy|health ?check|healthy/i, /504|target/i],
    verdict: 'wrong',
    instead:
      'It gives 503 (failure to get a peer from the ring-balancer); and with health checks off, which is the default, nothing is ever unhealthy.',
    tempts: ['no-healthy-target'],
    basis: RECORDED,
  },
  {
    id: 'http-to-https-hangs',
    says: '504: an http Service to an https back end may hang',
    words: [/http/i, /https/i, /hang|504/i],
    verdict: 'half right',
    instead:
      'http to a TLS port gives 502 (closed) or a 400 of the server; only https to a silent plain port gives 504.',
    tempts: ['plain-http-to-tls-upstream', 'tls-handshake-timeout'],
    basis: RECORDED,
  },
  {
    id: 'down-504',
    says: '504: the service is down',
    words: [/down|not running|stopped|crashed/i, /504/],
    verdict: 'imprecise',
    instead:
      'A process that is down refuses the connection: 502. 504 needs silence: a firewall that drops, a server that hangs.',
    tempts: ['upstream-connect-timeout', 'upstream-read-timeout'],
    basis: RECORDED,
  },
  {
    id: 'proxy-read-timeout',
    says: '502: the time-out is too short, raise proxy_read_timeout',
    words: [/proxy_read_timeout/i],
    verdict: 'wrong',
    instead: 'A time-out gives 504, and the field of Kong is read_timeout of the Service.',
    tempts: ['upstream-read-timeout'],
    basis: source('kong/db/schema/entities/services.lua@3.9.1'),
  },
  {
    id: 'invalid-read-timeout',
    says: 'Fix “invalid response” by raising read_timeout',
    words: [/read_?timeout|timeout/i, /invalid response|502/i],
    verdict: 'wrong',
    instead:
      'Time-outs give 504. “An invalid response” is any other failure of the upstream; and the field is services.read_timeout, not proxy_read_timeout.',
    tempts: ['upstream-closed-before-headers', 'upstream-reset-before-headers', 'upstream-refused'],
    basis: RECORDED,
  },
  {
    id: 'empty-body',
    says: 'An empty body, or empty headers, cause “invalid response”',
    words: [/empty/i, /body|header|response|reply/i],
    verdict: 'imprecise',
    instead: 'An empty body is valid. An empty reply, with no status line, is what closes before the header.',
    tempts: ['upstream-closed-before-headers'],
    basis: RECORDED,
  },
  {
    id: 'non-http-502',
    says: 'Data that are no HTTP (gRPC, TLS) break the parser: 502',
    words: [/non-?http|grpc|not http|no http/i, /502|pars|break/i],
    verdict: 'wrong',
    instead:
      'For an http Service such octets go through to the client (status 009 in the log); 502 comes for malformed headers after a valid status line, and for grpc Services.',
    tempts: ['upstream-not-http', 'plain-http-to-tls-upstream'],
    basis: RECORDED,
  },
  {
    id: 'premature-close',
    says: '“Premature close” comes from exceeding Kong’s time-outs, or from large headers',
    words: [/prematurely|premature/i, /timeout|time-out|header/i],
    verdict: 'wrong',
    instead:
      'Those write “upstream timed out” and “too big header”. A premature close is the keep-alive race, a crash, or the wrong protocol.',
    tempts: ['upstream-closed-before-headers', 'keepalive-race'],
    basis: RECORDED,
  },
  {
    id: 'invalid-response',
    says: '“An invalid response”: Kong connected, and the answer was malformed',
    words: [/invalid response/i],
    verdict: 'wrong',
    instead:
      'The same text stands for refused, reset, closed and every TLS error. Only the line of the error log says which.',
    tempts: ['upstream-refused', 'upstream-reset-before-headers', 'tls-alert', 'tls-to-plain-upstream'],
    basis: RECORDED,
  },
  {
    id: 'termination-proves',
    says: 'request-termination with 200 proves that it is the upstream',
    words: [/request-termination/i],
    verdict: 'imprecise',
    instead:
      'It proves that the way to Kong, the route and earlier plugins work; nothing about DNS, network, TLS, path, Host or body behind Kong. It also stops every other call of that Service: use config.trigger.',
    tempts: ['plugin-request-termination'],
    basis: source('kong/plugins/request-termination/handler.lua@3.9.1'),
  },
  {
    id: 'jwt-io',
    says: 'Paste the token into jwt.io',
    words: [/jwt\.io|jwt\.ms|online decoder|website/i],
    verdict: 'unsafe',
    instead: 'The token is usable by whoever sees it, and holds personal data. why401 decode works here, offline.',
    tempts: ['plugin-jwt'],
    basis: { kind: 'rfc', ref: 'RFC 6750 §5.3' },
  },
  {
    id: 'token-replaced',
    says: 'Token A is valid until 14:20 although token B exists',
    words: [/token/i, /still valid|newer|second|token b|replac|although/i],
    verdict: 'right',
    instead:
      'A newer token ends no older one; only exp (where claims_to_verify has it), revocation and caches do. why401 timeline a.jwt b.jwt',
    tempts: [],
    basis: { kind: 'rfc', ref: 'RFC 7519 §4.1.4' },
  },
  {
    id: 'size-limits',
    says: 'AWS 10 MB, Azure 100 MB, GCP 32 MB, Express unlimited, nginx 1 MB response',
    words: [/\b\d+ ?mb\b|size limit|limit.*(?:aws|azure|gcp|nginx|express)/i],
    verdict: 'half right',
    instead:
      'AWS API Gateway 10 MB and GCP 32 MB are right, in both directions. For Azure no 100 MB limit of answers is documented. nginx’s 1 MB is for requests; Express takes requests of 100 KB.',
    tempts: [
      'request-body-too-large',
      'lb1-request-too-large',
      'lb2-request-too-large',
      'server-request-body-too-large',
    ],
    basis: { kind: 'provider-docs', ref: 'AWS, Azure, Google, nginx and Express: limits' },
  },
  {
    id: 'behind-lb2',
    says: '502: Kong cannot connect to the upstream behind the second load balancer',
    words: [/behind|second load balancer|lb2/i, /502|connect/i],
    verdict: 'imprecise',
    instead:
      'That load balancer’s own 502 goes through Kong as well; where it is reached and has no server, its 502, 503 or 504 comes with source: upstream.',
    tempts: ['lb2-no-backend', 'lb2-bad-gateway'],
    basis: RECORDED,
  },
  {
    id: 'plugin-502',
    says: '502 comes from plugin errors',
    words: [/plugin/i, /502|bad gateway/i],
    verdict: 'wrong',
    instead:
      'A plugin that fails gives 500. A 502 of a plugin is one that it answers on purpose (request-termination, aws-lambda), with another text.',
    tempts: ['plugin-runtime-error'],
    basis: RECORDED,
  },
  {
    id: 'route-mismatch-502',
    says: 'A route that does not match gives 502',
    words: [/route/i, /502|bad gateway/i],
    verdict: 'wrong',
    instead: 'It gives 404 with Kong’s own text: no Route matched with those values.',
    tempts: ['no-route'],
    basis: RECORDED,
  },
  {
    id: 'strip-path',
    says: 'strip_path leads to a 404 of the upstream',
    words: [/strip_path/i],
    verdict: 'right',
    instead:
      'strip_path is true by default. That 404 has the body of the server and X-Kong-Upstream-Latency; the router’s has Kong’s text.',
    tempts: ['server-answered'],
    basis: source('kong/router/utils.lua@3.9.1'),
  },
  {
    id: 'trusted-certificate',
    says: 'Check Kong’s trusted_certificate setting',
    words: [/trusted_certificate/i],
    verdict: 'wrong',
    instead:
      'For servers behind Kong the fields are ca_certificates and tls_verify of the Service; lua_ssl_trusted_certificate is for plugins. Without verification a bad certificate does not fail at all.',
    tempts: ['tls-verify-failed', 'tls-name-mismatch'],
    basis: docs('kong.conf'),
  },
  {
    id: 'resolve-host',
    says: 'Look for “could not resolve host” in error.log',
    words: [/could not resolve host/i],
    verdict: 'wrong',
    instead: 'Those are curl’s words. Kong writes: DNS resolution failed.',
    tempts: ['dns-name-error'],
    basis: source('kong/resty/dns/client.lua@3.9.1'),
  },
  {
    id: 'log-level',
    says: 'Set log_level = debug first',
    words: [/log_?level|debug/i],
    verdict: 'imprecise',
    instead:
      'The lines that decide are at error and crit; info is enough for errors of clients. From 3.x the level can be changed at run time by the Admin API.',
    tempts: [],
    basis: RECORDED,
  },
  {
    id: 'admin-api-konnect',
    says: 'Ask the Admin API on localhost:8001 (with Konnect)',
    words: [/8001|admin api/i],
    verdict: 'wrong',
    instead:
      'Data planes of Konnect and of hybrid mode have none: use decK or the API of Konnect; /upstreams/U/health exists in traditional mode only.',
    tempts: ['admin-api-instead-of-proxy', 'no-healthy-target'],
    basis: docs('gateway/konnect'),
  },
  {
    id: 'timeouts-first',
    says: 'Raise the time-outs first',
    words: [/(?:raise|increase|higher|longer|more).*(?:timeout|time-out)|(?:timeout|time-out)s? first/i],
    verdict: 'wrong',
    instead:
      'Each multiplies by retries + 1 and has to stay below what the load balancer before Kong waits; for a connect time-out more time never helps. First find which timer it was.',
    tempts: ['upstream-read-timeout', 'upstream-connect-timeout', 'lb1-gave-up'],
    basis: RECORDED,
  },
  {
    id: 'route-fields',
    says: 'A Route finds its request by host, path and method',
    words: [/route/i, /host|path|method/i, /match|describ|and|or/i],
    verdict: 'right',
    instead:
      'Add: from 3.0 a regular expression needs ~ before it; fields are joined by and, values of one field by or; a disabled Service gives 404.',
    tempts: ['no-route'],
    basis: source('kong/router/init.lua@3.9.1'),
  },
  {
    id: 'https-redirect',
    says: 'OpenID Connect needs https for its redirects',
    words: [/https/i, /redirect/i],
    verdict: 'right',
    instead: 'Loopback addresses are the exception (RFC 8252 §7.3).',
    tempts: [],
    basis: { kind: 'rfc', ref: 'RFC 8252 §7.3' },
  },
  {
    id: 'jwt-client-certificate',
    says: 'The jwt plugin needs no client certificate',
    words: [/client cert/i],
    verdict: 'right',
    instead:
      'It checks the signature of the token alone. Tokens that are bound to a certificate (cnf x5t#S256) are checked by openid-connect, not by jwt.',
    tempts: [],
    basis: { kind: 'rfc', ref: 'RFC 8705 §3' },
  },
];
