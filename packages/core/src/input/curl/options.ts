/** What one of curl's options does to the request; `other` takes an argument that does not show in it. */
export type Effect =
  | 'header'
  | 'method'
  | 'data'
  | 'data-raw'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'get'
  | 'head'
  | 'user'
  | 'bearer'
  | 'agent'
  | 'referer'
  | 'cookie'
  | 'url'
  | 'url-query'
  | 'upload'
  | 'target'
  | 'as-is'
  | 'compressed'
  | 'next'
  | 'insecure'
  | 'location'
  | 'resolve'
  | 'range'
  | 'config'
  | 'other';

const LONG: Readonly<Record<string, Effect>> = {
  header: 'header',
  request: 'method',
  data: 'data',
  'data-ascii': 'data',
  'data-binary': 'data',
  'data-raw': 'data-raw',
  'data-urlencode': 'data-urlencode',
  json: 'json',
  form: 'form',
  'form-string': 'form',
  get: 'get',
  head: 'head',
  user: 'user',
  'oauth2-bearer': 'bearer',
  'user-agent': 'agent',
  referer: 'referer',
  cookie: 'cookie',
  url: 'url',
  'url-query': 'url-query',
  'upload-file': 'upload',
  'request-target': 'target',
  'path-as-is': 'as-is',
  compressed: 'compressed',
  next: 'next',
  insecure: 'insecure',
  location: 'location',
  'location-trusted': 'location',
  resolve: 'resolve',
  'connect-to': 'resolve',
  range: 'range',
  config: 'config',
};

const SHORT: Readonly<Record<string, Effect>> = {
  H: 'header',
  X: 'method',
  d: 'data',
  F: 'form',
  G: 'get',
  I: 'head',
  u: 'user',
  A: 'agent',
  e: 'referer',
  b: 'cookie',
  T: 'upload',
  k: 'insecure',
  L: 'location',
  r: 'range',
  K: 'config',
  ':': 'next',
};

const WITHOUT_ARGUMENT: ReadonlySet<Effect> = new Set([
  'get',
  'head',
  'as-is',
  'compressed',
  'next',
  'insecure',
  'location',
]);

/** Options of curl 8 that take an argument and change nothing that a gateway sees. */
const OTHER_WITH_ARGUMENT: ReadonlySet<string> = new Set(
  `abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers connect-timeout continue-at
  cookie-jar create-file-mode crlfile curves dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header
  ech egd-file engine etag-compare etag-save expect100-timeout ftp-account ftp-method ftp-port happy-eyeballs-timeout-ms
  haproxy-clientip hostpubmd5 hostpubsha256 hsts interface ip-tos ipfs-gateway keepalive-cnt keepalive-time key key-type
  krb libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file
  noproxy output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert
  proxy-cert proxy-ciphers proxy-header proxy-key proxy-pass proxy-user pubkey quote random-file rate request-timeout
  retry retry-delay retry-max-time sasl-authzid service-name socks5 socks5-hostname socks4 socks4a speed-limit speed-time
  stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii
  trace-config unix-socket variable vlan-priority write-out`
    .split(/\s+/)
    .filter((name) => name !== ''),
);
const OTHER_SHORT_WITH_ARGUMENT = 'cCDEhmoPQtUwxyYz';

export interface Option {
  readonly effect: Effect | undefined;
  readonly takesArgument: boolean;
}

/** `name` without its dashes. `effect` is undefined for a switch that does not show in the request. */
export function longOption(name: string): Option {
  const effect = Object.hasOwn(LONG, name) ? LONG[name] : undefined;
  if (effect !== undefined) return { effect, takesArgument: !WITHOUT_ARGUMENT.has(effect) };
  return OTHER_WITH_ARGUMENT.has(name)
    ? { effect: 'other', takesArgument: true }
    : { effect: undefined, takesArgument: false };
}

export function shortOption(letter: string): Option {
  const effect = Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined;
  if (effect !== undefined) return { effect, takesArgument: !WITHOUT_ARGUMENT.has(effect) };
  const takesArgument = OTHER_SHORT_WITH_ARGUMENT.includes(letter);
  return { effect: takesArgument ? 'other' : undefined, takesArgument };
}
