/** Settings of the gateway that decide what of a request is read, and how its own answers are written. */
export interface WireSettings {
  /** Lines and arguments that Lua code sees: `lua_max_req_headers`, `lua_max_uri_args`, `lua_max_post_args`. */
  readonly headerLines: number;
  readonly uriArguments: number;
  readonly formArguments: number;
  /** nginx's `client_header_buffer_size` in bytes. */
  readonly firstBuffer: number;
  /** nginx's `large_client_header_buffers`: how many, and bytes of each. */
  readonly largeBuffers: number;
  readonly largeBuffer: number;
  /** nginx's `max_headers`: lines that it takes, those with names that it drops not counted. */
  readonly maxLines: number;
  /** nginx's `client_max_body_size` in bytes; 0 is no limit. */
  readonly maxBody: number;
  /** nginx's `underscores_in_headers` and `ignore_invalid_headers`. */
  readonly keepsUnderscores: boolean;
  readonly dropsInvalidNames: boolean;
  /** `error_default_type`: the format of nginx's errors where the request names none. */
  readonly errorType: string;
  /** `error_template_*`: text of the file, or undefined where it is not given. A format that is not there: Kong's own. */
  readonly templates: ReadonlyMap<string, string | undefined>;
  /** No plugin is loaded that switches cjson's escaping of `/` off. */
  readonly escapesSlashes: boolean;
  /** `headers_upstream` is off: the client's own `X-Kong-Request-Id` is passed on. */
  readonly passesRequestId: boolean;
}

/** As Kong comes, up to 3.9.2. */
export const USUAL_SETTINGS: WireSettings = {
  headerLines: 100,
  uriArguments: 100,
  formArguments: 100,
  firstBuffer: 1024,
  largeBuffers: 4,
  largeBuffer: 8192,
  maxLines: Number.POSITIVE_INFINITY,
  maxBody: 0,
  keepsUnderscores: true,
  dropsInvalidNames: true,
  errorType: 'text/plain',
  templates: new Map(),
  escapesSlashes: false,
  passesRequestId: false,
};
