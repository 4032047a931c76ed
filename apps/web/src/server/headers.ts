import type { RequestHandler } from 'express';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** On every answer, errors included. */
export const safeHeaders: RequestHandler = (_request, response, next) => {
  response.set(HEADERS);
  next();
};
