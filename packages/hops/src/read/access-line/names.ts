/** Short names under which formats in use log nginx's variables (`us="502, 502" uct=0.001`). */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  remote_addr: ['client', 'client_ip', 'clientip', 'remote', 'remoteaddr', 'ip', 'src'],
  time_local: ['time', 'timestamp', 'ts', '@timestamp', 'time_iso8601', 'date', 'datetime', 'msec', 'startutc'],
  request: ['req', 'request_line', 'requestline'],
  request_method: ['method', 'verb', 'requestmethod'],
  request_uri: ['uri', 'path', 'target', 'url', 'requestpath'],
  server_protocol: ['protocol', 'proto', 'http_version', 'requestprotocol'],
  status: ['status_code', 'code', 'response_code', 'sc', 'downstreamstatus'],
  body_bytes_sent: ['bytes', 'size', 'bytes_sent', 'body_bytes', 'response_length', 'downstreamcontentsize'],
  upstream_status: ['us', 'ustatus', 'ups_status', 'upstream_code', 'upstreamstatus', 'up_status', 'originstatus'],
  upstream_addr: ['ua', 'uaddr', 'upstream', 'upstreamaddr', 'backend', 'upstream_host', 'up_addr', 'serviceaddr'],
  upstream_connect_time: ['uct', 'upstream_ct', 'connect_time', 'ct', 'up_connect'],
  upstream_header_time: ['uht', 'upstream_ht', 'header_time', 'ht', 'up_header'],
  upstream_response_time: ['urt', 'ut', 'upstream_rt', 'upstream_time', 'response_time', 'up_time', 'up_response'],
  request_time: ['rt', 'duration', 'reqtime', 'elapsed', 'total_time'],
  kong_request_id: ['id', 'rid', 'request_id', 'req_id', 'reqid', 'requestid', 'x_kong_request_id', 'x_request_id'],
  host: ['http_host', 'vhost', 'server_name', 'requesthost', 'authority'],
};

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([name, aliases]) => [name, ...aliases].map((alias) => [alias, name] as const)),
);

/** The variable of nginx that a key in a log stands for; undefined where nobody can tell. */
export const variableOf = (key: string): string | undefined => BY_NAME.get(key.toLowerCase().replaceAll('-', '_'));

const ADDRESSES = /^(?:-|unix:\S+|\[?[\w.:-]+\]?:\d{1,5})(?:(?:, | : )(?:-|unix:\S+|\[?[\w.:-]+\]?:\d{1,5}))*$/;
const STATUSES = /^(?:-|\d{3})(?:(?:, | : )(?:-|\d{3}))*$/;

export const looksLikeAddresses = (value: string): boolean => ADDRESSES.test(value);
export const looksLikeStatuses = (value: string): boolean => STATUSES.test(value);
/** Kong's ids; other products use UUIDs. */
export const looksLikeId = (value: string): boolean =>
  /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(value);
