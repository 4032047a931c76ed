/** What a line of error.log means, by the code of its signature. */
export interface LineMeaning {
  /** What the client gets: `502`; empty where the line says nothing of it. */
  readonly status: string;
  readonly cause: string;
  readonly next: string;
  readonly advice?: string;
}

const PROBE = 'why401 probe --config kong.yaml --service S';
const TLS = `${PROBE} — the steps handshake, certificate and server-name.`;
const said = (status: string, cause: string, next: string, advice?: string): LineMeaning => ({
  status,
  cause,
  next,
  ...(advice !== undefined && { advice }),
});

export const LINE_MEANINGS: Readonly<Record<string, LineMeaning>> = {
  'B-RETRY': said(
    '503',
    'While Kong was trying again, the Upstream lost its last target.',
    'Look at targets and health checks of the Upstream.',
  ),
  'U-REFUSED': said(
    '502',
    'Nothing listens at this address and port: process down, wrong port, or a Service that points at localhost inside the container.',
    PROBE,
    'down-504',
  ),
  'U-RST-CONN': said(
    '502',
    'The connection was reset as it was opened: a full queue, a firewall; with https also a client certificate that is wanted.',
    PROBE,
  ),
  'U-UNREACH': said('502', 'There is no way to this address.', 'From the node: ip route get ADDRESS'),
  'U-PORTS': said(
    '502',
    'The node has no free port left: connections are not kept, or too few.',
    'Set upstream_keepalive_pool_size above 0.',
  ),
  'U-TO-CONN': said(
    '504',
    'Nobody took the connection within connect_timeout: a firewall drops it, or the address is stale. No request was sent.',
    `${PROBE} — more time never helps here.`,
    'timeouts-first',
  ),
  'U-TO-TLS': said(
    '504',
    'The server stayed silent to the TLS handshake: mostly a plain port behind protocol https.',
    TLS,
    'http-to-https-hangs',
  ),
  'U-TO-SEND': said(
    '504',
    'The server did not read the request within write_timeout.',
    'Look at the size of the body and at what the server does with it.',
  ),
  'U-TO-HEAD': said(
    '504',
    'No complete response header within read_timeout: a slow endpoint, or a connection that a firewall forgot.',
    'Time the endpoint; is it the first call after a pause?',
    'timeouts-first',
  ),
  'U-TO-BODY': said(
    '',
    'The body stalled longer than read_timeout; the answer had begun.',
    'Let the server send something within read_timeout, or raise it.',
  ),
  'U-TO-WS': said(
    '101',
    'The upgraded connection was idle longer than read_timeout or write_timeout.',
    'Send a ping more often than that.',
  ),
  'U-FIN-HEAD': said(
    '502',
    'The server closed before a complete header: the keep-alive race, http to a TLS port, a crash, or a load balancer behind Kong.',
    `${PROBE} — the steps protocol and idle; was it a POST after a pause?`,
    'premature-close',
  ),
  'U-FIN-BODY': said(
    '',
    'The server closed in the middle of the body.',
    'Look into its log, and at limits of the load balancer behind Kong.',
  ),
  'U-RST-HEAD': said('502', 'The server reset the connection before a complete header.', PROBE, 'premature-close'),
  'U-RST-BODY': said('', 'The server reset the connection in the middle of the body.', 'Look into its log.'),
  'U-EPIPE': said(
    '502',
    'The server broke off while Kong was still sending: mostly a limit on the body.',
    'Raise the limit at the server.',
  ),
  'U-BIGHDR': said(
    '502',
    'The response header is larger than one proxy buffer (4 KiB).',
    'nginx_http_proxy_buffer_size=16k together with nginx_http_proxy_buffers="8 16k"; or fewer cookies.',
    'premature-close',
  ),
  'U-BADHDR': said(
    '502',
    'A header line that nginx refuses: a space in its name, a control character.',
    'The server has to send a valid one.',
    'invalid-response',
  ),
  'U-NOHTTP': said(
    '',
    'What came is no HTTP/1 answer: TLS, HTTP/2, another protocol. Its octets go to the client.',
    `${PROBE} — the step protocol.`,
    'non-http-502',
  ),
  'U-CLTE': said(
    '502',
    'Content-Length and Transfer-Encoding together: refused since Kong 3.6.',
    'The server, or a proxy before it, has to send one.',
  ),
  'U-DUPHDR-IGNORED': said('', 'A header twice; nginx took the first. Harmless.', 'Nothing has to be done.'),
  'U-DUPHDR': said(
    '502',
    'A header that may stand there once stands there twice: refused since Kong 3.6.',
    'Two layers add it: take it away in one.',
  ),
  'U-BADCL': said('502', 'Content-Length is no number.', 'The server has to send a valid one.'),
  'U-UNKTE': said('502', 'Transfer-Encoding is none that nginx knows.', 'The server has to send chunked.'),
  'U-MORE': said('', 'More octets than Content-Length; Kong drops them.', 'The server announces a wrong length.'),
  'U-CHUNK': said('', 'The chunks of the body are broken.', 'Look at the server, and at what stands before it.'),
  'U-EARLY': said('502', 'The server answered before it was asked, on a kept connection.', 'Look at the server.'),
  'T-PLAIN': said('502', 'Kong speaks https to a plain port.', 'protocol: http for the Service, or its TLS port.'),
  'T-CLOSED': said(
    '502',
    'The server closed during the handshake: an unknown name, an address filter, a layer-4 load balancer without a server.',
    TLS,
  ),
  'T-ALERT': said(
    '502',
    'The server refused the handshake with this alert: 40 no common cipher or a client certificate, 70 version, 112 name, 120 no HTTP/2.',
    TLS,
  ),
  'T-LOCAL': said(
    '502',
    'Kong’s own OpenSSL refused what the server offers: too old or too weak.',
    'The server has to offer TLS 1.2 or newer.',
  ),
  'T-MTLS13': said(
    '502',
    'The server wants a client certificate; TLS 1.3 says so only after the handshake.',
    'client_certificate of the Service.',
  ),
  'T-READ-ALERT': said('502', 'The server ended TLS with an alert after the handshake.', TLS),
  'T-VERIFY': said(
    '502',
    'tls_verify is on, and the certificate does not hold: 10 expired, 18 and 19 self-signed, 20 and 21 an unknown issuer, 22 too long a chain.',
    TLS,
    'trusted-certificate',
  ),
  'T-NAME': said(
    '502',
    'tls_verify is on, and no name of the certificate is the host.',
    'host of the Service has to be a name of the certificate; preserve_host sends the client’s.',
  ),
  'T-CLIENTCERT': said(
    '502',
    'Kong could not load the client certificate of the Service.',
    'Look at certificates in the configuration.',
  ),
  'G-HTTP1': said(
    '502',
    'A grpc Service points at a server that speaks HTTP/1.',
    'protocol: http, or the port that speaks gRPC.',
  ),
  'G-RST': said('502', 'The gRPC server refused this call with the HTTP/2 error of the line.', 'Look into its log.'),
  'G-GOAWAY': said(
    '502',
    'The gRPC server ended the connection with the HTTP/2 error of the line.',
    'Look into its log.',
  ),
  'G-FIN': said('502', 'The gRPC server closed the stream before its end.', 'Look into its log.'),
  'D-COSOCK': said(
    '',
    'A plugin could not resolve a name (an identity provider, a log server).',
    'From the node: dig NAME',
    'resolve-host',
  ),
  'D-NX': said('503', 'The name does not exist.', `${PROBE} — and from the node: dig HOST`, 'dns-504'),
  'D-EMPTY': said(
    '503',
    'The name exists, and has no address.',
    'From the node: dig HOST A; dns_order in kong.conf',
    'dns-504',
  ),
  'D-SERV': said(
    '500',
    'The name server failed or refused.',
    'From the node: dig HOST @SERVER; dns_resolver in kong.conf',
    'dns-504',
  ),
  'D-NET': said('500', 'The name server did not answer.', 'From the node: dig HOST @SERVER', 'dns-504'),
  'D-UPS': said('', 'A target of an Upstream could not be resolved: it drops out.', 'Look at the name of the target.'),
  'D-NGINX': said(
    '502',
    'nginx’s own resolver is used, by a template or an injected directive.',
    'Look at nginx_* settings in kong.conf.',
  ),
  'B-HEALTH': said(
    '',
    'A health check counted this; thresholds of 0 (the default) never act.',
    'GET /upstreams/U/health (traditional mode only)',
    'unhealthy-504',
  ),
  'B-FORCED': said('', 'Somebody set the health of a target by the Admin API.', 'PUT /upstreams/U/targets/T/healthy'),
  'B-STATE': said('', 'The Upstream as a whole changed its health.', 'GET /upstreams/U/health (traditional mode only)'),
  'C-PROXYPROTO': said(
    '',
    'PROXY protocol is expected, and something else came (or the other way round).',
    'proxy_protocol in proxy_listen, or at the load balancer: on both sides or on none.',
  ),
  'C-499': said(
    '499',
    'Whoever asked Kong left before the answer: the client, or the load balancer with a shorter time-out.',
    'Compare the duration with the time-outs of client and load balancer.',
    'timeouts-first',
  ),
  'C-413': said('413', 'The body exceeds nginx_http_client_max_body_size.', 'Raise it in kong.conf.'),
  'C-CHUNK': said('400', 'The chunks of the request are broken.', 'Look at the client.'),
  'C-URI': said(
    '414',
    'The request line is longer than 8 KiB.',
    'nginx_http_large_client_header_buffers in kong.conf.',
  ),
  'C-HDR': said(
    '400',
    'A header line above 8 KiB, or all above 32 KiB, or too many of them.',
    'nginx_http_large_client_header_buffers in kong.conf; or fewer cookies.',
  ),
  'C-PLAINTLS': said(
    '400',
    'Somebody speaks http to Kong’s TLS port.',
    'Let the load balancer speak https to 8443, or http to 8000.',
  ),
  'C-VERSION': said(
    '505',
    'The request line names a version that nginx does not speak.',
    'Look at the one before Kong.',
  ),
  'C-METHOD': said('405', 'nginx refuses this method.', 'Use another one.'),
  'C-NOCERT': said(
    '400',
    'The client sent no certificate, or none that holds.',
    'Give the client one; or unset nginx_*_ssl_verify_client.',
  ),
  'C-SYNTAX': said(
    '400',
    'The request is no valid HTTP.',
    'Look at the access log: what stands in the quotes is what came.',
  ),
  'C-TIMEOUT': said(
    '408',
    'The client did not finish its request in time; nothing is sent back.',
    'Look at the client, and at what stands before Kong.',
  ),
  'C-TLS': said(
    '',
    'The handshake between client (or load balancer) and Kong failed.',
    'openssl s_client -connect KONG:8443 -servername HOST',
  ),
  'L-CRASH': said(
    '500',
    'A Lua error outside of what guards plugins.',
    'Read the stack below the line; upgrade or disable the plugin.',
    'plugin-502',
  ),
  'L-IP': said('403', 'ip-restriction refused the address.', 'trusted_ips in kong.conf, or allow in the plugin.'),
  'L-PLUGIN': said(
    '',
    'A plugin said this.',
    'Read the text: why401 why with the words behind the plugin’s name.',
    'log-level',
  ),
  'S-CONN': said(
    '',
    'The node has no more connections or files.',
    'ulimit -n; nginx_events_worker_connections in kong.conf',
  ),
  'S-BUFREQ': said(
    '',
    'The body of the request went to disk. Slow, nothing else.',
    'nginx_http_client_body_buffer_size in kong.conf',
  ),
  'S-BUFRESP': said(
    '',
    'The body of the answer went to disk. Slow, nothing else.',
    'response_buffering: false, or larger proxy buffers',
  ),
  'S-TRUNC': said(
    '',
    'More than 100 headers or arguments: plugins see the first, the server all.',
    'lua_max_req_headers in kong.conf',
  ),
};
