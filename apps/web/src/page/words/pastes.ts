import type { Paste, PastedRequest, PasteKind } from '@why401/core/input';
import { countWords } from './amounts.ts';

const KINDS: Readonly<Record<PasteKind, string>> = {
  empty: '',
  token: 'a token',
  request: 'a request',
  response: 'an answer of a gateway',
  har: 'a HAR file',
  json: 'JSON with tokens in it',
  log: 'text with tokens in it',
  url: 'a URL',
  opaque: 'one word that is no JWT',
  'private-key': 'a private key: nothing here needs one. If others have seen it, replace it',
  'public-key': 'a public key',
  certificate: 'a certificate',
  jwks: 'a JWK set',
  metadata: 'a metadata document of an OpenID provider',
  'kong-config': 'a Kong configuration',
  unknown: 'nothing that is known here',
};

const REQUESTS: Readonly<Record<PastedRequest['from'], string>> = {
  curl: 'a curl command',
  powershell: 'a PowerShell command',
  'raw-http': 'a raw HTTP request',
  'curl-verbose': 'the output of curl -v',
  har: 'a HAR entry',
  headers: 'header lines',
  url: 'a URL',
};

/** What was recognised, in a few words; '' for nothing. */
export function pasteWords({ kind, tokens, requests, responses }: Paste): string {
  const [request] = requests;
  const what = kind === 'request' && request !== undefined ? REQUESTS[request.from] : KINDS[kind];
  const [response] = responses;
  const status =
    kind === 'response' && response !== undefined ? `, ${response.status} ${response.reason}`.trimEnd() : '';
  const several = kind === 'har' && requests.length > 1 ? `, ${countWords(requests.length, 'request')}` : '';
  if (kind === 'token' && tokens.length > 1) return countWords(tokens.length, 'token');
  const count = tokens.length > 1 ? `, ${countWords(tokens.length, 'token')}` : '';
  const none = tokens.length === 0 && (kind === 'request' || kind === 'har') ? ', no token in it' : '';
  return `${what}${status}${several}${count}${none}`;
}
