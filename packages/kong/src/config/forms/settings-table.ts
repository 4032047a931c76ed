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
  readonly heeded?: true | 'with its file';
}

const CONNECTION = 'the address and scheme that a client counts with';

const LIMIT = 'what of a request plugins see';
const HEADERS = 'the headers that reach Kong';
const BUFFERS = 'the size of headers that nginx takes';

/** Settings that change an answer. Everything else of `kong.conf` changes none and is left unread. */
export const SETTINGS = {
  router_flavor: { of: 'how routes are chosen', usual: '', heeded: true },
  trusted_ips: { of: CONNECTION, usual: '', heeded: true },
  real_ip_header: { of: CONNECTION, usual: 'X-Real-IP', heeded: true },
  real_ip_recursive: { of: CONNECTION, usual: 'off', heeded: true },
  nginx_proxy_real_ip_header: { of: CONNECTION, usual: 'X-Real-IP', heeded: true },
  nginx_proxy_real_ip_recursive: { of: CONNECTION, usual: 'off', heeded: true },
  route_match_calculation: { of: 'how the compatible router ranks routes', usual: 'original' },
  headers: { of: 'the headers that Kong adds', usual: '', heeded: true },
  headers_upstream: { of: 'the headers that Kong adds for the upstream', usual: 'x-kong-request-id', heeded: true },
  error_default_type: { of: 'the format of error bodies where Accept does not say', usual: '', heeded: true },
  error_template_html: { of: 'the body of errors in HTML: give the file too', usual: '', heeded: 'with its file' },
  error_template_json: { of: 'the body of errors in JSON: give the file too', usual: '', heeded: 'with its file' },
  error_template_xml: { of: 'the body of errors in XML: give the file too', usual: '', heeded: 'with its file' },
  error_template_plain: {
    of: 'the body of errors in plain text: give the file too',
    usual: '',
    heeded: 'with its file',
  },
  allow_debug_header: { of: 'the headers that Kong-Debug asks for', usual: 'off', heeded: true },
  plugins: { of: 'the plugins that may be configured', usual: 'bundled', heeded: true },
  port_maps: { of: 'the ports that clients see', usual: '', heeded: true },
  proxy_listen: { of: 'the ports that take TLS', usual: '', heeded: true },
  nginx_http_client_max_body_size: { of: 'the size of a body that nginx takes', usual: '0', heeded: true },
  nginx_proxy_client_max_body_size: { of: 'the size of a body that nginx takes', usual: '0', heeded: true },
  nginx_http_client_header_buffer_size: { of: BUFFERS, usual: '1k', heeded: true },
  nginx_proxy_client_header_buffer_size: { of: BUFFERS, usual: '1k', heeded: true },
  nginx_http_large_client_header_buffers: { of: BUFFERS, usual: '4 8k', heeded: true },
  nginx_proxy_large_client_header_buffers: { of: BUFFERS, usual: '4 8k', heeded: true },
  nginx_http_ignore_invalid_headers: { of: HEADERS, usual: 'on', heeded: true },
  nginx_proxy_ignore_invalid_headers: { of: HEADERS, usual: 'on', heeded: true },
  nginx_http_underscores_in_headers: { of: HEADERS, usual: 'on' },
  nginx_proxy_underscores_in_headers: { of: HEADERS, usual: 'on', heeded: true },
  nginx_http_merge_slashes: { of: 'the paths that nginx takes', usual: 'on' },
  nginx_proxy_merge_slashes: { of: 'the paths that nginx takes', usual: 'on' },
  nginx_http_max_headers: { of: 'the number of headers that nginx takes', usual: '', heeded: true },
  nginx_proxy_max_headers: { of: 'the number of headers that nginx takes', usual: '', heeded: true },
  lua_max_req_headers: { of: LIMIT, usual: '100', heeded: true },
  lua_max_uri_args: { of: LIMIT, usual: '100', heeded: true },
  lua_max_post_args: { of: LIMIT, usual: '100', heeded: true },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type SettingName = keyof typeof SETTINGS;
