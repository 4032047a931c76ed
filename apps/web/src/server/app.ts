import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { refuse } from './answers.ts';
import { type CHECKS, gate, type Own } from './gate/index.ts';
import { safeHeaders } from './headers.ts';
import type { Context } from './routes/route.ts';
import { routes } from './routes.ts';

export interface AppOptions {
  readonly context: Context;
  own(): Own;
  readonly checks: typeof CHECKS;
  readonly headers: Readonly<Record<string, string>>;
  /** Takes a line for each request: method, route, status, time. Nothing else of it is ever written down. */
  readonly log: ((line: string) => void) | undefined;
}

/** Headers, log and gate stand before every route. */
export function createApp({ context, own, checks, headers, log }: AppOptions): Express {
  const app = express();
  for (const setting of ['x-powered-by', 'etag', 'query parser']) app.disable(setting);
  for (const setting of ['case sensitive routing', 'strict routing']) app.enable(setting);
  app.use(safeHeaders(headers));
  if (log !== undefined) app.use(logged(log));
  app.use(gate(own, isOpen, checks), (_request, _response, next) => {
    context.memory.touch();
    next();
  });
  app.use(methodsOf);
  for (const { method, path, handle } of routes) app[method](path, handle(context));
  app.use((_request, response) => refuse(response, 404, 'no-such-route'));
  app.use(failed);
  return app;
}

/** Express' own last word on an error would write its stack to standard error. */
export const listenerOf = (app: Express): RequestListener => {
  const handle = app as unknown as (request: IncomingMessage, response: ServerResponse, last: () => void) => void;
  return (request, response) => handle(request, response, () => refuse(response, 500, 'internal-error'));
};

const isOpen = (method: string, path: string): boolean =>
  (method === 'GET' || method === 'HEAD') && routes.some((route) => route.open && route.path === path);

/** In front of express' own answers to `OPTIONS`. */
const methodsOf: RequestHandler = (request, response, next) => {
  const known = routes.find(({ path }) => path === request.path);
  const allowed = known?.method === 'get' ? ['GET', 'HEAD'] : ['POST'];
  if (known === undefined || allowed.includes(request.method)) next();
  else refuse(response, 405, 'method-not-allowed', { allow: allowed.join(', ') });
};

const logged =
  (log: (line: string) => void): RequestHandler =>
  (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      const route: unknown = request.route?.path;
      const status = response.writableFinished ? response.statusCode : 'gone';
      const ms = (performance.now() - start).toFixed(1);
      log(`${request.method} ${typeof route === 'string' ? route : '-'} ${status} ${ms} ms`);
    });
    next();
  };

/** Four parameters make it express' error handler. The error itself is not shown: it may hold what was sent. */
const failed: ErrorRequestHandler = (_error, _request, response, _next) => refuse(response, 500, 'internal-error');
