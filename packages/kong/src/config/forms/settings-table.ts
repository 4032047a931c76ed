/** Settings of the gateway that change an answer, as `kong.conf` spells them; undefined where they are not given. */
export type Settings = Readonly<Partial<Record<SettingName, Setting>>>;

export interface Setting {
  /** As written, quotes and comments apart. */
  readonly value: string;
  readonly at: number;
}

/** What each setting has a say in. Everything else of `kong.conf` changes no answer and is left unread. */
export const SETTINGS = {
  trusted_ips: 'whose X-Forwarded-* and real_ip_header are believed',
  real_ip_header: 'the header that the address of the client is taken from',
  real_ip_recursive: 'whether the last address that is not trusted counts',
  router_flavor: 'how routes are chosen',
  route_match_calculation: 'how the compatible router ranks routes with several values',
  headers: 'which headers Kong adds to its answers',
  error_default_type: 'the format of error bodies where Accept does not say',
  error_template_html: 'the body of errors in HTML',
  error_template_json: 'the body of errors in JSON',
  error_template_xml: 'the body of errors in XML',
  error_template_plain: 'the body of errors in plain text',
  allow_debug_header: 'whether Kong-Debug is answered',
  request_debug: 'whether X-Kong-Request-Debug is answered',
  port_maps: 'the ports that clients see',
  proxy_listen: 'the ports and protocols that are taken',
  nginx_http_client_max_body_size: 'the size of a body that nginx takes',
  nginx_http_client_body_buffer_size: 'the size of a body that plugins can read',
  nginx_http_large_client_header_buffers: 'the size of headers that nginx takes',
  nginx_proxy_large_client_header_buffers: 'the size of headers that nginx takes',
  nginx_http_underscores_in_headers: 'whether header names with underscores reach Kong',
  nginx_proxy_real_ip_header: 'the header that the address of the client is taken from',
  nginx_proxy_real_ip_recursive: 'whether the last address that is not trusted counts',
  lua_max_req_headers: 'how many headers plugins see',
  lua_max_uri_args: 'how many query arguments plugins see',
  lua_max_post_args: 'how many form arguments plugins see',
  plugins: 'which plugins may be configured',
  database: 'whether the gateway has a database',
  role: 'whether the gateway is a data plane',
  declarative_config: 'the file that the gateway was started with',
  enforce_rbac: 'whether the Admin API wants a token',
} as const;

export type SettingName = keyof typeof SETTINGS;
