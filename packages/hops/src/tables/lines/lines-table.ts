import type { LineSignature } from './model.ts';

const UPSTREAM = 'nginx/src/http/ngx_http_upstream.c@1.25.3';
const PROXY = 'nginx/src/http/modules/ngx_http_proxy_module.c@1.25.3';
const GRPC = 'nginx/src/http/modules/ngx_http_grpc_module.c@1.25.3';
const OPENSSL = 'nginx/src/event/ngx_event_openssl.c@1.25.3';
const CONNECT = 'nginx/src/event/ngx_event_connect.c@1.25.3';
const REQUEST = 'nginx/src/http/ngx_http_request.c@1.25.3';
const DNS = 'kong/resty/dns/client.lua@3.9.3';
const INIT = 'kong/init.lua@3.9.3';

/** First match wins, so that the narrower of two stands first. errno numbers, since libc's words differ. */
export const LINES: readonly LineSignature[] = [
  {
    code: 'B-RETRY',
    group: 'balancer',
    pattern: /failed to retry the dns\/balancer resolver for (.*?)' with: (.*)/,
    source: INIT,
    example:
      "[lua] init.lua:1343: balancer(): failed to retry the dns/balancer resolver for push.upstream' with: failure to get a peer from the ring-balancer while connecting to upstream",
  },
  {
    code: 'U-REFUSED',
    group: 'upstream',
    pattern: /connect\(\) (?:to \S+ )?failed \(111: /,
    source: CONNECT,
    example: 'connect() failed (111: Connection refused) while connecting to upstream',
  },
  {
    code: 'U-RST-CONN',
    group: 'upstream',
    pattern: /connect\(\) (?:to \S+ )?failed \(104: [^)]*\) while connecting to upstream/,
    source: CONNECT,
    example: 'connect() failed (104: Connection reset by peer) while connecting to upstream',
  },
  {
    code: 'U-UNREACH',
    group: 'upstream',
    pattern: /connect\(\) (?:to \S+ )?failed \((?:101|113|100|112): /,
    source: CONNECT,
    example: 'connect() to 10.0.0.7:8080 failed (113: No route to host) while connecting to upstream',
  },
  {
    code: 'U-PORTS',
    group: 'upstream',
    pattern: /connect\(\) to \S+ failed \(99: /,
    source: CONNECT,
    example: 'connect() to 10.0.0.7:8080 failed (99: Cannot assign requested address) while connecting to upstream',
  },
  {
    code: 'U-TO-CONN',
    group: 'upstream',
    pattern: /(?:upstream timed out|connect\(\) (?:to \S+ )?failed) \(110: [^)]*\) while connecting to upstream/,
    source: UPSTREAM,
    example: 'upstream timed out (110: Connection timed out) while connecting to upstream',
  },
  {
    code: 'U-TO-TLS',
    group: 'upstream-tls',
    pattern: /upstream timed out \(110: [^)]*\) while SSL handshaking to upstream/,
    source: UPSTREAM,
    example: 'upstream timed out (110: Operation timed out) while SSL handshaking to upstream',
  },
  {
    code: 'U-TO-SEND',
    group: 'upstream',
    pattern: /upstream timed out \(110: [^)]*\) while sending request to upstream/,
    source: UPSTREAM,
    example: 'upstream timed out (110: Connection timed out) while sending request to upstream',
  },
  {
    code: 'U-TO-HEAD',
    group: 'upstream',
    pattern: /upstream timed out \(110: [^)]*\) while reading response header from upstream/,
    source: UPSTREAM,
    example: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
  },
  {
    code: 'U-TO-BODY',
    group: 'upstream',
    pattern: /upstream timed out \(110: [^)]*\) while (?:reading upstream|sending to client)/,
    source: UPSTREAM,
    example: 'upstream timed out (110: Connection timed out) while reading upstream',
  },
  {
    code: 'U-TO-WS',
    group: 'upstream',
    pattern: /upstream timed out \(110: [^)]*\) while proxying upgraded connection/,
    source: UPSTREAM,
    example: 'upstream timed out (110: Connection timed out) while proxying upgraded connection',
  },
  {
    code: 'U-FIN-HEAD',
    group: 'upstream',
    pattern: /upstream prematurely closed connection while reading response header from upstream/,
    source: UPSTREAM,
    example: 'upstream prematurely closed connection while reading response header from upstream',
  },
  {
    code: 'U-FIN-BODY',
    group: 'upstream',
    pattern: /upstream prematurely closed connection while (?:reading upstream|sending to client)/,
    source: UPSTREAM,
    example: 'upstream prematurely closed connection while reading upstream',
  },
  {
    code: 'U-RST-HEAD',
    group: 'upstream',
    pattern: /recv\(\) failed \(104: [^)]*\) while reading response header from upstream/,
    source: UPSTREAM,
    example: 'recv() failed (104: Connection reset by peer) while reading response header from upstream',
  },
  {
    code: 'U-RST-BODY',
    group: 'upstream',
    pattern: /(?:recv|readv)\(\) failed \(104: [^)]*\) while (?:reading upstream|sending to client)/,
    source: UPSTREAM,
    example: 'readv() failed (104: Connection reset by peer) while reading upstream',
  },
  {
    code: 'U-EPIPE',
    group: 'upstream',
    pattern:
      /(?:writev|send|sendfile|SSL_write)\(\) failed \((?:SSL: [^)]*|32: [^)]*|104: [^)]*)\) while sending request to upstream/,
    source: UPSTREAM,
    example: 'writev() failed (104: Connection reset by peer) while sending request to upstream',
  },
  {
    code: 'U-BIGHDR',
    group: 'upstream',
    pattern: /upstream sent too big header while reading response header from upstream/,
    source: UPSTREAM,
    example: 'upstream sent too big header while reading response header from upstream',
  },
  {
    code: 'U-BADHDR',
    group: 'upstream',
    pattern: /upstream sent invalid header(?:: "(.*?)")? while reading response header/,
    source: PROXY,
    example: 'upstream sent invalid header: "X\\x20Bad: 1" while reading response header from upstream',
  },
  {
    code: 'U-NOHTTP',
    group: 'upstream',
    pattern: /upstream sent no valid HTTP\/1\.0 header/,
    source: PROXY,
    example: 'upstream sent no valid HTTP/1.0 header while reading response header from upstream',
  },
  {
    code: 'U-CLTE',
    group: 'upstream',
    pattern: /upstream sent "Content-Length" and "Transfer-Encoding" headers at the same time/,
    source: UPSTREAM,
    example:
      'upstream sent "Content-Length" and "Transfer-Encoding" headers at the same time while reading response header from upstream',
  },
  {
    code: 'U-DUPHDR-IGNORED',
    group: 'upstream',
    pattern: /upstream sent duplicate header line: "(.+?)", previous value: "(.+?)", ignored/,
    source: UPSTREAM,
    example:
      'upstream sent duplicate header line: "Expires: 0", previous value: "Expires: 1", ignored while reading response header from upstream',
  },
  {
    code: 'U-DUPHDR',
    group: 'upstream',
    pattern: /upstream sent duplicate header line: "(.+?)", previous value: "(.+?)"/,
    source: UPSTREAM,
    example:
      'upstream sent duplicate header line: "Content-Length: 5", previous value: "Content-Length: 7" while reading response header from upstream',
  },
  {
    code: 'U-BADCL',
    group: 'upstream',
    pattern: /upstream sent invalid "Content-Length" header/,
    source: UPSTREAM,
    example: 'upstream sent invalid "Content-Length" header: "x" while reading response header from upstream',
  },
  {
    code: 'U-UNKTE',
    group: 'upstream',
    pattern: /upstream sent unknown "Transfer-Encoding"/,
    source: UPSTREAM,
    example: 'upstream sent unknown "Transfer-Encoding": "zip" while reading response header from upstream',
  },
  {
    code: 'U-MORE',
    group: 'upstream',
    pattern: /upstream sent more data than specified in "Content-Length" header/,
    source: UPSTREAM,
    example: 'upstream sent more data than specified in "Content-Length" header while reading response header',
  },
  {
    code: 'U-CHUNK',
    group: 'upstream',
    pattern: /upstream sent invalid chunked response/,
    source: PROXY,
    example: 'upstream sent invalid chunked response while reading upstream',
  },
  {
    code: 'U-EARLY',
    group: 'upstream',
    pattern: /upstream prematurely sent response/,
    source: 'nginx/src/http/ngx_http_upstream.c@1.29.0',
    example: 'upstream prematurely sent response while sending request to upstream',
  },
  {
    code: 'T-PLAIN',
    group: 'upstream-tls',
    pattern:
      /SSL_do_handshake\(\) failed \(SSL: error:\w+:SSL routines:\w*:(?:wrong version number|packet length too long|record layer failure|unknown protocol|http request)[^)]*\) while SSL handshaking to upstream/,
    source: OPENSSL,
    example:
      'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream',
  },
  {
    code: 'T-CLOSED',
    group: 'upstream-tls',
    pattern: /peer closed connection in SSL handshake(?: \((104)[^)]*\))? while SSL handshaking to upstream/,
    source: OPENSSL,
    example:
      'peer closed connection in SSL handshake (104: Connection reset by peer) while SSL handshaking to upstream',
  },
  {
    code: 'T-ALERT',
    group: 'upstream-tls',
    pattern:
      /SSL_do_handshake\(\) failed .*?routines:\w*:([^:]+):SSL alert number (\d+)\) while SSL handshaking to upstream/,
    source: OPENSSL,
    example:
      'SSL_do_handshake() failed (SSL: error:0A000410:SSL routines::sslv3 alert handshake failure:SSL alert number 40) while SSL handshaking to upstream',
  },
  {
    code: 'T-LOCAL',
    group: 'upstream-tls',
    pattern:
      /SSL_do_handshake\(\) failed \(SSL: error:\w+:SSL routines:\w*:([^:)]+)[^)]*\) while SSL handshaking to upstream/,
    source: OPENSSL,
    example:
      'SSL_do_handshake() failed (SSL: error:0A000102:SSL routines::unsupported protocol) while SSL handshaking to upstream',
  },
  {
    code: 'T-MTLS13',
    group: 'upstream-tls',
    pattern: /SSL_(?:read|write)\(\) failed .*?(?:certificate required:)?SSL alert number 116/,
    source: OPENSSL,
    example:
      'SSL_read() failed (SSL: error:0A00045C:SSL routines::tlsv13 alert certificate required:SSL alert number 116) while reading response header from upstream',
  },
  {
    code: 'T-READ-ALERT',
    group: 'upstream-tls',
    pattern: /SSL_read\(\) failed .*?:SSL alert number (\d+)\) while reading response header from upstream/,
    source: OPENSSL,
    example:
      'SSL_read() failed (SSL: error:0A000412:SSL routines::sslv3 alert bad certificate:SSL alert number 42) while reading response header from upstream',
  },
  {
    code: 'T-VERIFY',
    group: 'upstream-tls',
    pattern: /upstream SSL certificate verify error: \((\d+):([^)]*)\) while SSL handshaking to upstream/,
    source: UPSTREAM,
    example: 'upstream SSL certificate verify error: (10:certificate has expired) while SSL handshaking to upstream',
  },
  {
    code: 'T-NAME',
    group: 'upstream-tls',
    pattern: /upstream SSL certificate does not match "([^"]*)" while SSL handshaking to upstream/,
    source: UPSTREAM,
    example: 'upstream SSL certificate does not match "orders.internal" while SSL handshaking to upstream',
  },
  {
    code: 'T-CLIENTCERT',
    group: 'upstream-tls',
    pattern: /unable to (?:fetch|apply) upstream client TLS certificate (\S+): /,
    source: 'kong/runloop/upstream_ssl.lua@3.9.3',
    example: 'unable to fetch upstream client TLS certificate 1f2e: not found',
  },
  {
    code: 'G-HTTP1',
    group: 'grpc',
    pattern: /upstream sent too large http2 frame: 4740180/,
    source: GRPC,
    example: 'upstream sent too large http2 frame: 4740180 while reading response header from upstream',
  },
  {
    code: 'G-RST',
    group: 'grpc',
    pattern: /upstream rejected request with error (\d+)/,
    source: GRPC,
    example: 'upstream rejected request with error 2 while reading response header from upstream',
  },
  {
    code: 'G-GOAWAY',
    group: 'grpc',
    pattern: /upstream sent goaway with error (\d+)/,
    source: GRPC,
    example: 'upstream sent goaway with error 1 while reading response header from upstream',
  },
  {
    code: 'G-FIN',
    group: 'grpc',
    pattern: /upstream prematurely closed stream/,
    source: GRPC,
    example: 'upstream prematurely closed stream while reading response header from upstream',
  },
  {
    code: 'D-COSOCK',
    group: 'dns',
    pattern: /\[cosocket\] DNS resolution failed: (.+?)\. Tried: /,
    source: DNS,
    example: '[lua] init.lua:412: [cosocket] DNS resolution failed: dns server error: 3 name error. Tried: idp.example',
  },
  {
    code: 'D-NX',
    group: 'dns',
    pattern: /DNS resolution failed: .*?(?:3 name error|no available records)/,
    source: DNS,
    example:
      '[lua] init.lua:381: execute(): DNS resolution failed: dns server error: 3 name error. Tried: ["(short)api.lab:(na) - cache-miss"]',
  },
  {
    code: 'D-EMPTY',
    group: 'dns',
    pattern: /DNS resolution failed: .*?101 empty record received/,
    source: DNS,
    example:
      '[lua] init.lua:381: execute(): DNS resolution failed: dns client error: 101 empty record received. Tried: []',
  },
  {
    code: 'D-SERV',
    group: 'dns',
    pattern: /DNS resolution failed: .*?dns server error: (?!3 )\d+ [\w ]+/,
    source: DNS,
    example: '[lua] init.lua:381: execute(): DNS resolution failed: dns server error: 2 server failure. Tried: []',
  },
  {
    code: 'D-NET',
    group: 'dns',
    pattern: /DNS resolution failed: |failed to receive reply from UDP server (\S+): (timeout|[^,]+)/,
    source: DNS,
    example:
      '[lua] init.lua:381: execute(): DNS resolution failed: failed to receive reply from UDP server 10.0.0.2:53: timeout. Tried: []',
  },
  {
    code: 'D-UPS',
    group: 'dns',
    pattern: /querying dns for (\S+) failed: (.+?)\s?\. Tried (.*)/,
    source: 'kong/runloop/balancer/targets.lua@3.9.3',
    example:
      '[lua] targets.lua:215: queryDns(): querying dns for api.lab failed: dns server error: 3 name error . Tried []',
  },
  {
    code: 'D-NGINX',
    group: 'dns',
    pattern:
      /no resolver defined to resolve (\S+)|(\S+) could not be resolved \((\d+): ([^)]*)\)|host not found in upstream "([^"]+)"/,
    source: UPSTREAM,
    example: 'no resolver defined to resolve api.lab while sending request to upstream',
  },
  {
    code: 'B-HEALTH',
    group: 'balancer',
    pattern:
      /\[healthchecks?\] .*?(unhealthy|healthy) (SUCCESS|HTTP|TCP|TIMEOUT) increment \((\d+)\/(\d+)\) for '([^']+)'/,
    source: 'lua-resty-healthcheck lib/resty/healthcheck.lua',
    example:
      "[lua] healthcheck.lua:1375: log(): [healthcheck] (0dc6:pool) unhealthy TCP increment (1/1) for '10.0.0.7(10.0.0.7:80)'",
  },
  {
    code: 'B-FORCED',
    group: 'balancer',
    pattern: /\[healthcheck\] .*?(un)?healthy forced for (.+)/,
    source: 'lua-resty-healthcheck lib/resty/healthcheck.lua',
    example: '[lua] healthcheck.lua:1375: log(): [healthcheck] (0dc6:pool) unhealthy forced for 10.0.0.7',
  },
  {
    code: 'B-STATE',
    group: 'balancer',
    pattern: /\[healthchecks\] balancer (\S+) reported health status changed to (\w+)/,
    source: 'kong/runloop/balancer/healthcheckers.lua@3.9.3',
    example:
      '[lua] healthcheckers.lua:97: callback(): [healthchecks] balancer 0dc6:pool reported health status changed to UNHEALTHY',
  },
  {
    code: 'C-PROXYPROTO',
    group: 'client',
    pattern: /broken header: "(.*)" while reading PROXY protocol/s,
    source: 'nginx/src/core/ngx_proxy_protocol.c@1.25.3',
    example: 'broken header: "GET / HTTP/1.1" while reading PROXY protocol',
  },
  {
    code: 'C-499',
    group: 'client',
    pattern: /client (?:prematurely closed connection|closed connection while waiting)/,
    source: UPSTREAM,
    example: 'epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too',
  },
  {
    code: 'C-413',
    group: 'client',
    pattern: /client intended to send too large (?:chunked )?body/,
    source: 'nginx/src/http/ngx_http_core_module.c@1.25.3',
    example: 'client intended to send too large body: 9000 bytes',
  },
  {
    code: 'C-CHUNK',
    group: 'client',
    pattern: /client sent invalid chunked body/,
    source: 'nginx/src/http/ngx_http_request_body.c@1.25.3',
    example: 'client sent invalid chunked body',
  },
  {
    code: 'C-URI',
    group: 'client',
    pattern: /client sent too long URI/,
    source: REQUEST,
    example: 'client sent too long URI while reading client request line',
  },
  {
    code: 'C-HDR',
    group: 'client',
    pattern: /client sent (?:too long header line|too large request|too many header lines)/,
    source: REQUEST,
    example: 'client sent too long header line: "X-Big: aaa..." while reading client request headers',
  },
  {
    code: 'C-PLAINTLS',
    group: 'client',
    pattern: /client sent plain HTTP request to HTTPS port/,
    source: REQUEST,
    example: 'client sent plain HTTP request to HTTPS port while reading client request headers',
  },
  {
    code: 'C-VERSION',
    group: 'client',
    pattern: /client sent (?:invalid version|unknown "Transfer-Encoding")/,
    source: REQUEST,
    example: 'client sent unknown "Transfer-Encoding": "zip" while reading client request headers',
  },
  {
    code: 'C-METHOD',
    group: 'client',
    pattern: /client sent (TRACE|CONNECT) method/,
    source: REQUEST,
    example: 'client sent TRACE method while reading client request headers',
  },
  {
    code: 'C-NOCERT',
    group: 'client',
    pattern: /client sent no required SSL certificate|client SSL certificate verify error/,
    source: REQUEST,
    example: 'client sent no required SSL certificate while reading client request headers',
  },
  {
    code: 'C-SYNTAX',
    group: 'client',
    pattern: /client sent (?:invalid|HTTP\/1\.1 request without "Host"|"Content-Length" and|duplicate|header line)/,
    source: REQUEST,
    example: 'client sent invalid method while reading client request line',
  },
  {
    code: 'C-TIMEOUT',
    group: 'client',
    pattern:
      /client timed out \(110: [^)]*\)(?: while (?:waiting for request|reading client request (?:line|headers|body)|sending to client|SSL handshaking|keepalive))?/,
    source: REQUEST,
    example: 'client timed out (110: Connection timed out) while reading client request headers',
  },
  {
    code: 'C-TLS',
    group: 'client',
    pattern: /SSL_do_handshake\(\) failed .* while SSL handshaking(?! to upstream)/,
    source: OPENSSL,
    example: 'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking',
  },
  {
    code: 'L-CRASH',
    group: 'lua',
    pattern: /lua entry thread aborted: (?:runtime error: )?(.*)/,
    source: 'lua-nginx-module/src/ngx_http_lua_util.c',
    example: 'lua entry thread aborted: runtime error: /usr/local/share/lua/5.1/x.lua:3: attempt to index a nil value',
  },
  {
    code: 'L-IP',
    group: 'lua',
    // Its handler logs outside of a phase that would name the plugin; the text is `config.message`.
    pattern: /\[kong\] handler\.lua:\d+ (?:\[ip-restriction\] )?(?!\[)(.*)/s,
    source: 'kong/plugins/ip-restriction/handler.lua@3.9.3',
    example: '[kong] handler.lua:38 IP address not allowed: 10.0.0.1',
  },
  {
    code: 'L-PLUGIN',
    group: 'lua',
    pattern: /\[kong\] (\S+?):(\d+) \[([\w-]+)\] (.*)/s,
    source: 'kong/pdk/log.lua@3.9.3',
    example: '[kong] init.lua:421 [post-function] [string "error(\'x\')"]:1: x',
  },
  {
    code: 'S-CONN',
    group: 'saturation',
    pattern: /(\d+) worker_connections are not enough|socket\(\) failed \(24: Too many open files\)/,
    source: 'nginx/src/core/ngx_connection.c@1.25.3',
    example: '1024 worker_connections are not enough',
  },
  {
    code: 'S-BUFREQ',
    group: 'saturation',
    pattern: /a client request body is buffered to a temporary file/,
    source: 'nginx/src/http/ngx_http_request_body.c@1.25.3',
    example: 'a client request body is buffered to a temporary file /usr/local/kong/client_body_temp/0000000001',
  },
  {
    code: 'S-BUFRESP',
    group: 'saturation',
    pattern: /an upstream response is buffered to a temporary file/,
    source: 'nginx/src/event/ngx_event_pipe.c@1.25.3',
    example: 'an upstream response is buffered to a temporary file /usr/local/kong/proxy_temp/1/00/0000000001',
  },
  {
    code: 'S-TRUNC',
    group: 'saturation',
    pattern: /(request headers|response headers|uri args|post args|decode args) truncated/,
    source: 'kong/globalpatches.lua@3.9.3',
    example: '[kong] request headers truncated',
  },
];
