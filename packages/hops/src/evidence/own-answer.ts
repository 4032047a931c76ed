import type { Headers } from '../record/index.ts';
import { ANSWERS, type AnswerText, lengthsOf, SCHEMES } from '../tables/answers/index.ts';
import type { OwnAnswer } from './model.ts';
import { headerOf, numberOf } from './text.ts';

export interface Written {
  readonly status: number;
  readonly headers: Headers;
  /** Null where only the header is known: HEAD, or a JSON entry. */
  readonly body: string | null;
  /** Something else shows that Kong touched the answer; a bare text counts only then. */
  readonly touched: boolean;
}

const TEMPLATES: readonly RegExp[] = [
  /^\{\n {2}"message":"((?:[^"\\]|\\.)*)"(?:,\n {2}"request_id":"([0-9a-f]{32})")?\n\}$/,
  /^([^\n{<][^\n]*)\n(?:request_id: ([0-9a-f]{32})\n?)?$/,
  /<error>\n {2}<message>([^<]*)<\/message>\n(?: {2}<requestid>([0-9a-f]{32})<\/requestid>\n)?<\/error>/,
  /<h1>(?:Kong )?Error<\/h1>\s*<p>([^<]*?)\.<\/p>(?:\s*<p>request_id: ([0-9a-f]{32})<\/p>)?/,
];
const TABLE = /^\{"message":"((?:[^"\\]|\\.)*)"\}$/;
const CLAIMS = /^\{"(exp|nbf)":"([^"]+)"\}$/;
const NGINX = /^<html>\r\n<head><title>(\d{3}) [^<]*<\/title><\/head>\r\n<body>\r\n<center><h1>/;

/** What an answer is as one of Kong's own; null where it looks like none. */
export function ownAnswer(written: Written): OwnAnswer | null {
  const { headers, body } = written;
  const grpc = headerOf(headers, 'grpc-message');
  if (grpc !== null && (body ?? '') === '') return made('grpc', decoded(grpc), null, written);
  if (body === null) return byLength(written);
  for (const [index, pattern] of TEMPLATES.entries()) {
    const found = pattern.exec(body);
    if (found === null) continue;
    // One plain line is Kong's only with its request id, or where it is one of Kong's texts.
    const own = made('template', unescaped(found[1] ?? ''), found[2] ?? null, written);
    if (index !== 1 || own.requestId !== null || own.texts.length > 0) return own;
  }
  const table = TABLE.exec(body);
  if (table !== null) return made('table', unescaped(table[1] ?? ''), null, written);
  if (CLAIMS.test(body) && written.status === 401) return { ...none('table', body), texts: jwtTexts() };
  if (NGINX.test(body) && !body.includes('<hr>')) return nginxPage(written, body);
  return custom(written, body);
}

const none = (shape: OwnAnswer['shape'], message: string | null): OwnAnswer => ({
  shape,
  message,
  requestId: null,
  texts: [],
});

const jwtTexts = (): readonly AnswerText[] => ANSWERS.filter(({ cause }) => cause === 'plugin-jwt').slice(0, 1);

function made(shape: OwnAnswer['shape'], message: string, requestId: string | null, written: Written): OwnAnswer {
  return { shape, message, requestId, texts: textsOf(message, written) };
}

function textsOf(message: string, { status, headers }: Written): readonly AnswerText[] {
  if (message === 'Unauthorized' && status === 401) {
    const row = schemeOf(headers);
    return row === undefined ? [] : [row];
  }
  const found = ANSWERS.find(
    ({ text, starts, statuses }) =>
      (starts ? message.startsWith(text) : message === text) && (statuses.length === 0 || statuses.includes(status)),
  );
  return found === undefined ? [] : [found];
}

/** The plugin whose scheme a 401 asks for. */
export function schemeOf(headers: Headers): AnswerText | undefined {
  const scheme = /^\s*([\w-]+)/.exec(headerOf(headers, 'www-authenticate') ?? '')?.[1]?.toLowerCase();
  return scheme === undefined || !Object.hasOwn(SCHEMES, scheme) ? undefined : SCHEMES[scheme];
}

function nginxPage({ status }: Written, body: string): OwnAnswer {
  const plain = ANSWERS.filter(({ shape, text }) => shape === 'nginx' && body.includes(text));
  const message = /<center><h1>([^<]*)/.exec(body)?.[1] ?? null;
  return { ...none('nginx', message), texts: status === 400 ? plain : [] };
}

/** A template of the operator's own, or another dress: one of Kong's texts inside. */
function custom(written: Written, body: string): OwnAnswer | null {
  if (!written.touched) return null;
  const texts = ANSWERS.filter(
    ({ text, statuses, shape }) =>
      shape !== 'nginx' &&
      text.length > 9 &&
      (statuses.length === 0 || statuses.includes(written.status)) &&
      body.includes(text),
  );
  const longest = texts.reduce<AnswerText | undefined>(
    (best, one) => (best === undefined || one.text.length > best.text.length ? one : best),
    undefined,
  );
  if (longest !== undefined) return { ...none('custom', longest.text), texts: [longest] };
  const scheme = written.status === 401 && body.includes('Unauthorized') ? schemeOf(written.headers) : undefined;
  return scheme === undefined ? null : { ...none('custom', 'Unauthorized'), texts: [scheme] };
}

/** By Content-Length and type, within the texts of the status. */
function byLength({ status, headers }: Written): OwnAnswer | null {
  const length = numberOf(headerOf(headers, 'content-length'));
  const type = headerOf(headers, 'content-type');
  if (length === null || type === null) return null;
  if (status === 400 && length === 220 && /^text\/html; charset=UTF-8$/.test(type))
    return { ...none('nginx', null), texts: ANSWERS.filter(({ shape }) => shape === 'nginx') };
  if (/charset=/.test(type) && !/charset=utf-8/.test(type)) return null;
  const scheme = status === 401 ? schemeOf(headers) : undefined;
  if (scheme !== undefined && lengthsOf('Unauthorized', type).includes(length))
    return { ...none('length', 'Unauthorized'), texts: [scheme] };
  const has = (row: AnswerText): boolean =>
    row.shape !== 'nginx' &&
    row.statuses.includes(status) &&
    (scheme === undefined || row.plugin === scheme.plugin) &&
    (row.header === undefined || row.header[1].test(headerOf(headers, row.header[0]) ?? '')) &&
    (row.full ?? [row.text]).some((text) => lengthsOf(text, type).includes(length));
  const exact = ANSWERS.filter(has);
  const texts = exact.length > 0 ? exact : ANSWERS.filter((row) => isLonger(row, status, type, length));
  return texts.length === 0 ? null : { ...none('length', texts[0]?.text ?? null), texts };
}

/** A text that goes on with a name and a reason: only its least length is known. */
const isLonger = (
  { starts, full, statuses, text }: AnswerText,
  status: number,
  type: string,
  length: number,
): boolean =>
  starts === true &&
  full === undefined &&
  statuses.includes(status) &&
  text.length > LONG_TEXT &&
  lengthsOf(text, type).some((least) => length > least && length < least + MOST_ADDED);

const LONG_TEXT = 40;
const MOST_ADDED = 400;

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
