import type { Cause } from '../tables/causes/index.ts';

/** A change to Kong that cures a cause. A value in angle brackets is for the operator to fill in. */
export interface Change {
  readonly entity: 'service' | 'route' | 'kong.conf' | 'upstream';
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Which releases know these names. */
  readonly condition: string;
  /** Why this value, or what it costs. */
  readonly note: string;
}

const ALL = 'the same in all releases from 2.8';

/** Causes that a setting of Kong cures; for the others somebody else has to act. */
export const CHANGES: Readonly<Partial<Record<Cause, Change>>> = {
  'no-route': {
    entity: 'route',
    settings: { 'paths[]': '<a path that the request begins with>' },
    condition: ALL,
    note: 'or hosts[], methods[], protocols[]: why401 route says which of them is missed',
  },
  'https-required': {
    entity: 'route',
    settings: { 'protocols[]': 'http,https' },
    condition: ALL,
    note: 'only if plain http is meant to be let in; else the client has to use https',
  },
  'forwarded-proto-untrusted': {
    entity: 'kong.conf',
    settings: { trusted_ips: '<address of LB1>/32' },
    condition: ALL,
    note: 'whoever is trusted may say which address and scheme the client has',
  },
  'no-service': {
    entity: 'route',
    settings: { 'service.name': '<the Service>' },
    condition: ALL,
    note: 'a Route without Service answers only if a plugin does',
  },
  'request-header-too-large': {
    entity: 'kong.conf',
    settings: { nginx_http_large_client_header_buffers: '4 32k' },
    condition: ALL,
    note: 'each connection may hold so much memory; every hop before Kong has a limit too',
  },
  'uri-too-long': {
    entity: 'kong.conf',
    settings: { nginx_http_large_client_header_buffers: '4 32k' },
    condition: ALL,
    note: 'the request line has to fit into one of these buffers',
  },
  'request-body-too-large': {
    entity: 'kong.conf',
    settings: { nginx_http_client_max_body_size: '<largest body>m' },
    condition: ALL,
    note: '0 takes any size',
  },
  'proxy-protocol-mismatch': {
    entity: 'kong.conf',
    settings: { proxy_listen: '0.0.0.0:8000 proxy_protocol' },
    condition: ALL,
    note: 'only if LB1 sends the PROXY header; else switch it off there',
  },
  'dns-name-error': {
    entity: 'service',
    settings: { host: '<a name that resolves>' },
    condition: ALL,
    note: 'Kong asks its own dns_resolver, not that of your machine',
  },
  'dns-server-failure': {
    entity: 'kong.conf',
    settings: { dns_resolver: '<name server>:53' },
    condition: 'dns_resolver from 2.8; resolver_address with the new client of 3.8 (new_dns_client = on)',
    note: 'without it Kong takes those of /etc/resolv.conf',
  },
  'no-healthy-target': {
    entity: 'upstream',
    settings: { 'targets[].weight': 100 },
    condition: ALL,
    note: 'a target that is up and marked unhealthy: PUT /upstreams/NAME/targets/TARGET/healthy on each node',
  },
  'upstream-refused': {
    entity: 'service',
    settings: { port: '<port that listens>' },
    condition: ALL,
    note: 'only if Kong is set to the wrong port; else start the server',
  },
  'upstream-connect-timeout': {
    entity: 'service',
    settings: { connect_timeout: '<milliseconds>' },
    condition: ALL,
    note: 'a firewall that drops is not cured by waiting; retries multiply the time',
  },
  'tls-handshake-timeout': {
    entity: 'service',
    settings: { protocol: 'http' },
    condition: ALL,
    note: 'only if the port speaks plain http',
  },
  'upstream-read-timeout': {
    entity: 'service',
    settings: { read_timeout: '<milliseconds above the slowest answer>' },
    condition: ALL,
    note: 'retries multiply it: set retries to 0 for slow endpoints, and let every hop before Kong wait longer',
  },
  'upstream-body-timeout': {
    entity: 'service',
    settings: { read_timeout: '<milliseconds above the longest pause>' },
    condition: ALL,
    note: 'it is the pause between two reads, not the whole body',
  },
  'upstream-send-timeout': {
    entity: 'service',
    settings: { write_timeout: '<milliseconds>' },
    condition: ALL,
    note: 'the pause between two writes of the request',
  },
  'keepalive-race': {
    entity: 'kong.conf',
    settings: { upstream_keepalive_idle_timeout: "<seconds below the server's own keep-alive>" },
    condition: 'named so from 2.1',
    note: 'the one who opened the connection has to close it first',
  },
  'upstream-header-too-big': {
    entity: 'kong.conf',
    settings: { nginx_proxy_proxy_buffer_size: '16k', nginx_proxy_proxy_buffers: '8 16k' },
    condition: ALL,
    note: 'the whole response header has to fit into proxy_buffer_size (4k or 8k by default)',
  },
  'plain-http-to-tls-upstream': {
    entity: 'service',
    settings: { protocol: 'https' },
    condition: ALL,
    note: 'the port is the same',
  },
  'tls-to-plain-upstream': {
    entity: 'service',
    settings: { protocol: 'http' },
    condition: ALL,
    note: 'or let the server speak TLS on that port',
  },
  'tls-client-certificate-required': {
    entity: 'service',
    settings: { 'client_certificate.id': '<id of the certificate>' },
    condition: ALL,
    note: 'the certificate is an entity of its own: POST /certificates',
  },
  'tls-verify-failed': {
    entity: 'service',
    settings: { 'ca_certificates[]': '<id of the CA certificate>' },
    condition: 'from 2.1 (tls_verify, ca_certificates)',
    note: 'tls_verify = false silences it and takes any server for the right one',
  },
  'tls-name-mismatch': {
    entity: 'service',
    settings: { host: '<a name that stands in the certificate>' },
    condition: ALL,
    note: 'the name that is checked is the Host that is sent; preserve_host sends the client’s',
  },
  'hidden-retry': {
    entity: 'service',
    settings: { retries: 0 },
    condition: ALL,
    note: 'the client then sees the failure that was retried',
  },
};
