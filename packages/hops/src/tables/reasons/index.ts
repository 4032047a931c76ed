/** Why something was concluded; `{…}` is filled from the reason's data. */
export const REASONS = {
  'admin-latency': 'the answer carries X-Kong-Admin-Latency: it is the Admin API’s',
  'connection-refused': 'the connection was refused, and no load balancer is known before Kong',
  'proxy-protocol-line': 'Kong’s error.log has a broken PROXY protocol header: {detail}',
  'tls-bytes-on-plain-port': 'Kong’s access log has a request that starts with the bytes of a TLS handshake',
  'upload-aborted': 'the client broke off before its body was sent',
  'no-trace-in-kong': 'Kong’s logs hold nothing of this request, so LB1 answered: {detail}',
  'no-trace-no-lb1': 'Kong’s logs hold nothing of this request, and no load balancer is known before it',
  'kong-logged-499': 'Kong logged 499: whoever asked it left before an answer came ({detail})',
  'client-left-kong-went-on': 'the client stopped waiting; Kong finished with {detail} behind a patient load balancer',
  'kong-logged-009': 'Kong logged status 009: the upstream’s bytes are no HTTP ({detail})',
  'kong-logged-408': 'Kong logged 408: the request did not come to its end in time',
  'lb1-answered-instead': 'Kong logged {kong}, the client got {client}: LB1 answered by itself',
  'lb1-replaced-page': 'Kong logged {kong}, and the page that the client got is not Kong’s: LB1 put its own in place',
  'upload-broke-off': 'Kong logged {detail} without asking the upstream: the client’s body did not come',
  'cache-hit': 'X-Cache-Status: Hit',
  'bad-chunk': 'Kong refused the body of the request before anything was sent on',
  'balancer-gave-up': 'the balancer had no further peer for a retry',
  'upstream-line': 'error.log: {detail}',
  'upstream-failed-without-line':
    'the exchange with the upstream failed, and no line of error.log tells how ({detail})',
  'changed-afterwards': 'the upstream answered {upstream}, Kong sent {kong}: a plugin changed it',
  'quota-used-up': '429 with X-RateLimit-* after the upstream had been asked',
  'kong-text': 'Kong’s own text: {detail}',
  'kong-scheme': '401 that asks for {detail}',
  'kong-length': 'only the length tells: that of {detail}',
  'configured-termination': 'request-termination is configured with status {detail}',
  'plugin-by-configuration': 'Kong answered before it asked the upstream, and {detail} is configured here',
  'kong-before-proxying': 'Kong answered before it asked the upstream, with a text that is not its own',
  'credential-missing-at-kong': 'the client sent {detail}, Kong’s log has it not',
  'credential-sent': 'the client sent {detail}, and Kong’s plugin says that there is none',
  'host-or-path-changed': 'the client asked for {client}, Kong saw {kong}',
  'route-would-match': 'the request as the client sent it takes Route {detail}; Kong found none',
  'route-not-there': 'no Route of the configuration takes the request as the client sent it',
  'redirect-to-https': 'sent on to https of the same URL; the client came by {detail}',
  'https-wanted': 'Kong asks for https; the client came by {detail}',
  'lua-line': 'error.log has a Lua error: {detail}',
  upgraded: 'the connection was upgraded and then closed',
  'waf-page': 'a block page of a web application firewall',
  'body-cut': 'the body is incomplete: {detail}',
  'more-tries': '{detail} attempts, the last one succeeded',
  'answered-well': 'the upstream answered {detail}',
  'server-status': 'the upstream answered {detail}, and nothing on the way did',
  'lb2-log': 'LB2’s log: {detail}',
  'lb2-page': 'a page of {detail}, which stands behind Kong',
  'lb1-log': 'LB1’s log: {detail}',
  'lb1-page': 'a page of {detail}, and no sign of Kong',
  'no-sign-of-kong': 'no sign of Kong on the answer',
  'raw-bytes': 'bytes came that are no HTTP: {detail}',
  'no-answer': 'no answer came ({detail})',
  'inner-kong': 'the answer looks like Kong’s, but came through this Kong: another one behind it, or an imitation',
  'through-kong': 'the answer came through Kong ({detail})',
  'plain-to-tls-page': 'the upstream says that plain HTTP came to its TLS port',
  'certificate-page': 'the upstream says that no client certificate came',
  'error-log-alone': 'error.log alone: {detail}',
  'health-lines-only': 'error.log has only changes of health',
  'kong-class': 'Kong’s text for every {detail}: it says nothing of the cause',
} as const satisfies Readonly<Record<string, string>>;

export type ReasonCode = keyof typeof REASONS;

export interface Reason {
  readonly code: ReasonCode;
  readonly data: Readonly<Record<string, string>>;
}

export const reason = (code: ReasonCode, data: Reason['data'] | string = {}): Reason => ({
  code,
  data: typeof data === 'string' ? { detail: data } : data,
});

/** The reason as a sentence. */
export const reasonText = ({ code, data }: Reason): string =>
  REASONS[code].replace(/\{(\w+)\}/g, (_, name: string) => data[name] ?? '');
