import type { PageRow } from './model.ts';
import { PAGES } from './pages-table.ts';

/** Titles of nginx's pages (nginx/src/http/ngx_http_special_response.c@1.25.3). */
const NGINX_TITLES: Readonly<Record<number, readonly string[]>> = {
  400: ['400 Bad Request'],
  401: ['401 Authorization Required'],
  403: ['403 Forbidden'],
  404: ['404 Not Found'],
  405: ['405 Not Allowed'],
  408: ['408 Request Time-out'],
  413: ['413 Request Entity Too Large'],
  414: ['414 Request-URI Too Large'],
  421: ['421 Misdirected Request'],
  429: ['429 Too Many Requests'],
  500: ['500 Internal Server Error'],
  502: ['502 Bad Gateway'],
  503: ['503 Service Temporarily Unavailable'],
  504: ['504 Gateway Time-out'],
};

/** Pages of 400 with a line of their own between heading and footer; the heading is `400 Bad Request`. */
const NGINX_400: Readonly<Record<string, readonly [title: string, line: string]>> = {
  'The plain HTTP request was sent to HTTPS port': [
    '400 The plain HTTP request was sent to HTTPS port',
    'The plain HTTP request was sent to HTTPS port',
  ],
  'No required SSL certificate was sent': [
    '400 No required SSL certificate was sent',
    'No required SSL certificate was sent',
  ],
};

const HEAD = '<html>\r\n<head><title></title></head>\r\n<body>\r\n<center><h1></h1></center>\r\n'.length;
const TAIL = '<hr><center></center>\r\n</body>\r\n</html>\r\n'.length;
const LINE = '<center></center>\r\n'.length;

/** Lengths of HAProxy's own pages (default errorfiles of 2.6). */
const HAPROXY: Readonly<Record<number, number>> = {
  400: 90,
  401: 112,
  403: 93,
  404: 83,
  408: 110,
  413: 106,
  429: 117,
  502: 107,
  503: 107,
  504: 92,
};

/** F5's block page: fixed but for a support id of 16 to 20 digits. */
const F5_PAGE = { least: 243, most: 247 } as const;

export interface SeenHead {
  readonly status: number;
  readonly length: number;
  readonly contentType: string;
  readonly server: string | null;
  readonly cacheControl: string | null;
}

/** The page that a header promises, where no body was seen: by length, type and what else the product writes. */
export function pageByLength(head: SeenHead): { readonly page: PageRow; readonly said: string | null } | undefined {
  const { status, length, contentType, cacheControl } = head;
  if (!/^text\/html/.test(contentType)) return undefined;
  if (HAPROXY[status] === length && cacheControl === 'no-cache') return found('haproxy');
  const nginx = nginxPage(head);
  if (nginx !== undefined) return found('nginx', nginx);
  const blocked = (status === 200 || status === 403) && length >= F5_PAGE.least && length <= F5_PAGE.most;
  return blocked && contentType === 'text/html; charset=UTF-8' ? found('f5-asm') : undefined;
}

function found(
  product: PageRow['product'],
  said: string | null = null,
): { readonly page: PageRow; readonly said: string | null } | undefined {
  const page = PAGES.find((row) => row.product === product && (said === null || row.example.includes(said)));
  const plain = PAGES.findLast((row) => row.product === product);
  const chosen = said === null ? plain : (page ?? plain);
  return chosen && { page: chosen, said };
}

/** The text of the page's own line, empty for an ordinary page; undefined where the length is another. */
function nginxPage({ status, length, server }: SeenHead): string | null | undefined {
  if (server === null || !/^(?:nginx|openresty)(?:\/|$)/.test(server)) return undefined;
  if (status === 400)
    for (const [said, [title, line]] of Object.entries(NGINX_400)) {
      const heading = '400 Bad Request';
      if (length === HEAD + title.length + heading.length + LINE + line.length + TAIL + server.length) return said;
    }
  const plain = NGINX_TITLES[status]?.some((title) => length === HEAD + 2 * title.length + TAIL + server.length);
  return plain ? null : undefined;
}
