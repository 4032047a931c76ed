/** Settings of the gateway that change an answer, as `kong.conf` spells them; undefined where they are not given. */
export type Settings = Readonly<Partial<Record<SettingName, Setting>>>;

export interface Setting {
  /** As written, quotes and comments apart. */
  readonly value: string;
  readonly at: number;
}

export interface SettingRow {
  /** What it has a say in. */
  readonly of: string;
  /** Value without which it has none: that of Kong itself. */
  readonly usual: string;
  /** It is heeded where an answer is worked out. */
  readonly heeded?: true;
}

const CONNECTION = 'the address and scheme that a client counts with';

/** Settings that change an answer. Everything else of `kong.conf` changes none and is left unread. */
export const SETTINGS = {
  router_flavor: { of: 'how routes are chosen', usual: '', heeded: true },
  trusted_ips: { of: CONNECTION, usual: '', heeded: true },
  real_ip_header: { of: CONNECTION, usual: 'X-Real-IP', heeded: true },
  real_ip_recursive: { of: CONNECTION, usual: 'off', heeded: true },
  nginx_proxy_real_ip_header: { of: CONNECTION, usual: 'X-Real-IP', heeded: true },
  nginx_proxy_real_ip_recursive: { of: CONNECTION, usual: 'off', heeded: true },
  route_match_calculation: { of: 'how the compatible router ranks routes', usual: 'original' },
  headers: { of: 'the headers that Kong adds', usual: 'server_tokens, latency_tokens, x-kong-request-id' },
  error_default_type: { of: 'the format of error bodies where Accept does not say', usual: 'text/plain' },
  error_template_html: { of: 'the body of errors in HTML', usual: '' },
  error_template_json: { of: 'the body of errors in JSON', usual: '' },
  error_template_xml: { of: 'the body of errors in XML', usual: '' },
  error_template_plain: { of: 'the body of errors in plain text', usual: '' },
  allow_debug_header: { of: 'the headers that Kong-Debug asks for', usual: 'off' },
  port_maps: { of: 'the ports that clients see', usual: '' },
  nginx_http_client_max_body_size: { of: 'the size of a body that nginx takes', usual: '0' },
  nginx_http_large_client_header_buffers: { of: 'the size of headers that nginx takes', usual: '4 8k' },
  nginx_proxy_large_client_header_buffers: { of: 'the size of headers that nginx takes', usual: '4 8k' },
  nginx_http_underscores_in_headers: { of: 'the headers that reach Kong', usual: 'on' },
  lua_max_req_headers: { of: 'the headers that plugins see', usual: '100' },
  lua_max_uri_args: { of: 'the query arguments that plugins see', usual: '100' },
  lua_max_post_args: { of: 'the form arguments that plugins see', usual: '100' },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type SettingName = keyof typeof SETTINGS;
