import type { ErrorFormat } from './accept.ts';

/** Kong's error templates (`kong/tools/http.lua`); before 3.5 without the request id, before 3.4 another HTML title. */
export const CONTENT_TYPES: Readonly<Record<ErrorFormat, string>> = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  plain: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  grpc: '',
};

/** Stands for the id of the request, which nobody can predict. */
export const REQUEST_ID = '<request_id>';

export interface TemplateParts {
  readonly message: string;
  /** `undefined` where the version has none. */
  readonly requestId: string | undefined;
  readonly title: string;
}

type Template = (parts: TemplateParts) => string;

const lines = (...all: readonly (string | undefined)[]): string => all.filter((line) => line !== undefined).join('\n');

export const TEMPLATES: Readonly<Record<ErrorFormat, Template>> = {
  json: ({ message, requestId }) =>
    lines(
      '{',
      `  "message":"${message}"${requestId === undefined ? '' : ','}`,
      requestId === undefined ? undefined : `  "request_id":"${requestId}"`,
      '}',
    ),
  html: ({ message, requestId, title }) =>
    lines(
      '<!doctype html>',
      '<html>',
      '  <head>',
      '    <meta charset="utf-8">',
      `    <title>${title}</title>`,
      '  </head>',
      '  <body>',
      `    <h1>${title}</h1>`,
      `    <p>${message}.</p>`,
      requestId === undefined ? undefined : `    <p>request_id: ${requestId}</p>`,
      '  </body>',
      '</html>',
      '',
    ),
  plain: ({ message, requestId }) =>
    lines(message, requestId === undefined ? undefined : `request_id: ${requestId}`, ''),
  xml: ({ message, requestId }) =>
    lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<error>',
      `  <message>${message}</message>`,
      requestId === undefined ? undefined : `  <requestid>${requestId}</requestid>`,
      '</error>',
      '',
    ),
  grpc: () => '',
};

/** nginx's reason phrases; a status that nginx does not name has none. */
export const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Moved Temporarily',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Time-out',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Large',
  415: 'Unsupported Media Type',
  416: 'Requested Range Not Satisfiable',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
  505: 'HTTP Version Not Supported',
  507: 'Insufficient Storage',
};
