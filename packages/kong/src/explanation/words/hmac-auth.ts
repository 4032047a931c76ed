import { code, type Line, line, value } from '@why401/core/report';
import type { StepData } from '../../plugins/index.ts';
import { clipped, listed, type WordsOf } from './telling.ts';

type Steps =
  | 'hmac-auth-header'
  | 'hmac-auth-date'
  | 'hmac-auth-format'
  | 'hmac-auth-enforced'
  | 'hmac-auth-algorithm'
  | 'hmac-auth-user'
  | 'hmac-auth-signature'
  | 'hmac-auth-digest';

export const hmacAuth: WordsOf<Steps> = {
  'hmac-auth-header': {
    brief: () => line`none`,
    failed: () => [line`The request carries no HMAC signature: neither Authorization nor Proxy-Authorization.`],
  },
  'hmac-auth-date': {
    failed: (data) => [date(data), line`The date is looked at before anything else of the signature.`],
    passed: ({ header }) => line`${header ?? 'date'} is near enough`,
  },
  'hmac-auth-format': {
    failed: () => [
      line`The header has not the form that Kong reads.`,
      line`It wants ${code('hmac username="…", algorithm="…", headers="…", signature="…"')}, in this order.`,
    ],
    passed: () => line`read`,
  },
  'hmac-auth-enforced': {
    failed: ({ missing }) => [
      line`The signature does not cover ${listed(missing)}, which ${code('enforce_headers')} wants.`,
      line`Names are compared as they are written, capitals included.`,
    ],
  },
  'hmac-auth-algorithm': {
    failed: ({ algorithm, allowed }) => [
      line`The algorithm ${value(clipped(algorithm))} is not among those of the plugin: ${listed(allowed)}.`,
    ],
  },
  'hmac-auth-user': {
    brief: () => line`unknown`,
    failed: ({ username }) => [line`No consumer has the username ${value(clipped(username))} for this plugin.`],
    passed: ({ username }) => line`${value(clipped(username))}`,
  },
  'hmac-auth-signature': {
    brief: () => line`does not match`,
    failed: ({ headers, absent }) => [
      line`The signature is not that of this request with the secret of the username.`,
      line`Signed are, one line each: ${listed(headers)}; the request line as it was received, its query included.`,
      ...(absent.length > 0 ? [line`Not in the request: ${listed(absent)}.`] : []),
    ],
    passed: () => line`matches`,
  },
  'hmac-auth-digest': {
    failed: ({ why }) => [
      why === 'missing'
        ? line`The request has a body and no ${code('Digest')} header, which ${code('validate_request_body')} wants.`
        : line`The ${code('Digest')} header is not ${code('SHA-256=')} and the digest of the body.`,
    ],
  },
};

function date({ why, header, skew, allowed }: StepData['hmac-auth-date']): Line {
  if (why === 'missing') return line`The request has neither X-Date nor Date.`;
  if (why === 'unreadable') return line`The header ${header ?? ''} is no date that nginx reads.`;
  return line`The header ${header ?? ''} is ${skew ?? 0} s off, and ${code('clock_skew')} allows ${allowed} s.`;
}
