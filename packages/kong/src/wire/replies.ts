import type { Switches } from '../versions/index.ts';
import { type ErrorFormat, negotiate, negotiateEarly } from './accept.ts';
import { valuesOf } from './header-table.ts';
import { jsonObject } from './json-text.ts';
import type { SeenRequest, WireFault } from './read-request.ts';
import type { Reply } from './request.ts';
import { USUAL_SETTINGS, type WireSettings } from './settings.ts';
import { filledTemplate, unknownBody } from './templates.ts';
import { CONTENT_TYPES, REASONS, REQUEST_ID, TEMPLATES } from './templates-table.ts';

type Headers = Reply['headers'];
type Members = readonly (readonly [name: string, value: string])[];

/** `method` HEAD: the same status and headers, no body. */
function reply(method: string, status: number, headers: Headers, body: string): Reply {
  return { status, reason: REASONS[status] ?? '', headers, body: method === 'HEAD' ? '' : body };
}

/** `kong.response.exit` with a table: compact JSON, whatever `Accept` says. */
export const exitJson = (request: SeenRequest, status: number, members: Members, headers: Headers = []): Reply =>
  reply(
    request.wire.method,
    status,
    [['content-type', CONTENT_TYPES.json], ...headers],
    jsonObject(members, request.settings),
  );

/** `kong.response.exit` with a text or nothing. nginx names the charset of these types where they name none. */
export function exitBody(request: SeenRequest, status: number, type: string | undefined, body: string): Reply {
  const charset = type !== undefined && /^text\/(?:plain|html|xml)$/i.test(type) ? '; charset=UTF-8' : '';
  const headers: Headers = type === undefined ? [] : [['content-type', `${type}${charset}`]];
  return reply(request.wire.method, status, headers, body);
}

/** An error of the core, uncaught ones of a plugin included: as `pluginError`, before 3.3 compact JSON. */
export function exitError(
  request: SeenRequest,
  status: number,
  message: string,
  switches: Switches,
  headers: Headers = [],
): Reply {
  if (!switches.errorsFollowAccept) return exitJson(request, status, [['message', message]], headers);
  return pluginError(request, status, message, switches, headers);
}

/** `kong.response.error`: a template chosen by `Accept`. */
export function pluginError(
  request: SeenRequest,
  status: number,
  message: string,
  switches: Switches,
  headers: Headers = [],
): Reply {
  const format = negotiate(valuesOf(request, 'accept'));
  const body = fill(format, message, switches, request.settings);
  return reply(request.wire.method, status, [...typed(format), ...headers], body);
}

const typed = (format: ErrorFormat): Headers =>
  CONTENT_TYPES[format] === '' ? [] : [['content-type', CONTENT_TYPES[format]]];

function fill(
  format: ErrorFormat,
  message: string,
  switches: Switches,
  { templates }: WireSettings = USUAL_SETTINGS,
): string {
  const requestId = switches.requestId ? REQUEST_ID : undefined;
  if (templates.has(format) && switches.ownTemplates)
    return filledTemplate(templates.get(format), message, requestId) ?? unknownBody(format);
  return TEMPLATES[format]({ message, requestId, title: switches.plainErrorTitle ? 'Error' : 'Kong Error' });
}

/** What Kong's error handler makes its answer of. */
export interface HandledFault {
  /** 500: the code before the Route itself failed. */
  readonly status: WireFault['status'] | 500;
  readonly seen: WireFault['seen'];
}

/** What nginx answers through Kong's error handler before a Route was found (`kong/error_handlers.lua`). */
export function faultReply(
  method: string,
  fault: HandledFault,
  switches: Switches,
  settings: WireSettings = USUAL_SETTINGS,
): Reply {
  if (fault.status === 501) return nginxPage(method, 501, 'text/html; charset=UTF-8');
  const first = (key: string): string | undefined => fault.seen.find((line) => line.key === key)?.value;
  const format = negotiateEarly(first('accept') ?? first('content-type') ?? settings.errorType, switches);
  const status = fault.status === 494 ? 400 : fault.status;
  const message = faultMessage(fault.status, switches);
  if (format === 'grpc') return reply(method, status, typed('json'), jsonObject([['message', message]], settings));
  return reply(method, status, typed(format), fill(format, message, switches, settings));
}

function faultMessage(status: HandledFault['status'], switches: Switches): string {
  if (status === 500) return 'An unexpected error occurred';
  if (status === 413) return 'Payload too large';
  if (status === 414) return 'URI too long';
  if (status === 405) return switches.namesMethodNotAllowed ? 'Method not allowed' : otherStatus(405);
  return status === 494 && switches.namesTooLarge ? 'Request header or cookie too large' : 'Bad request';
}

const otherStatus = (status: number): string => `The upstream server responded with ${status}`;

/** nginx's own page, whatever `Accept` says: redirects, and what has no handler of Kong's. */
export function nginxPage(
  method: string,
  status: number,
  contentType: string,
  headers: Headers = [],
  why?: string,
): Reply {
  const heading = `${status} ${PAGE_TITLES[status] ?? REASONS[status] ?? ''}`;
  const title = why === undefined ? heading : `${status} ${why}`;
  const page = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${heading}</h1></center>`,
    ...(why === undefined ? [] : [`<center>${why}</center>`]),
    '</body>',
    '</html>',
    '',
  ];
  return reply(method, status, [['content-type', contentType], ...headers], page.join('\r\n'));
}

/** The page's words for a status where they differ from the status line. */
const PAGE_TITLES: Readonly<Record<number, string>> = { 302: 'Found' };
