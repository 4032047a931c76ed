// Writes examples/: a decK file and five requests that go wrong, with fresh keys. The private halves and the
// tokens' clock (NOW) are fixed nowhere else: `npm start` hands NOW over, so the examples never rot.
import { mkdirSync, writeFileSync } from 'node:fs';
import { gateExample } from './examples/gate.mjs';
import { kongYaml } from './examples/kong.mjs';
import { awkwardSecret, pair, token } from './examples/tokens.mjs';

const NOW = Date.parse('2026-01-15T14:20:00Z') / 1000;
const HOUR = 3600;

const acme = { alg: 'HS256', ...awkwardSecret(48) };
const keys = {
  pingone: pair('RS256'),
  billing: pair('RS256'),
  field: pair('ES256'),
  warehouse: pair('RS256'),
  acme,
};

const lived = (from, to) => ({ iat: NOW + from, exp: NOW + to });
const slash = token(
  keys.pingone,
  { kid: 'a1' },
  {
    iss: 'https://auth.pingone.example/1f2e6c1a/as/',
    aud: ['https://api.shop.example'],
    client_id: '0f6a4f4e-2b64-4a7e-8f0a-8c5d0b1f9f10',
    scope: 'orders:read',
    ...lived(-20 * 60, 40 * 60),
  },
);
const wrongAlgorithm = token(
  keys.billing,
  { kid: 'billing-2025-11' },
  {
    iss: 'https://login.billing.example/realms/shop',
    aud: 'invoices',
    azp: 'billing-batch',
    nbf: NOW - 60,
    ...lived(-60, HOUR - 120),
  },
);
const expired = token(
  keys.field,
  { kid: 'field-1' },
  {
    iss: 'https://sso.field.example/oauth2/default',
    sub: 'van-17',
    scp: ['reports.read'],
    ...lived(-5 * HOUR, -(3 * HOUR + 12 * 60)),
  },
);
const base64Secret = token(acme, {}, { iss: 'acme-reports', sub: 'nightly-export', ...lived(-30, 5 * 60) });
const fresh = token(
  keys.warehouse,
  { kid: 'w-2026-01' },
  { iss: 'https://id.warehouse.example/', sub: 'clerk-3', sid: 'new', ...lived(-60, HOUR) },
);
const stale = token(
  keys.warehouse,
  { kid: 'w-2026-01' },
  { iss: 'https://id.warehouse.example/', sub: 'clerk-3', sid: 'old', ...lived(-3 * HOUR, -2 * HOUR) },
);
/** The question the timeline began with: A for 20 minutes at 14:00, B five minutes later; is A still good at 14:10? */
const lives = [-20, -15].map((minutes) =>
  token(
    keys.warehouse,
    { kid: 'w-2026-01' },
    { iss: 'https://id.warehouse.example/', sub: 'clerk-7', ...lived(minutes * 60, minutes * 60 + 20 * 60) },
  ),
);

const har = {
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    entries: [
      {
        startedDateTime: new Date(NOW * 1000).toISOString(),
        time: 41,
        request: {
          method: 'GET',
          url: 'https://api.shop.example/reports/2026-01?format=csv',
          httpVersion: 'HTTP/1.1',
          headers: [
            { name: 'Host', value: 'api.shop.example' },
            { name: 'Accept', value: 'text/csv' },
            { name: 'Authorization', value: `Bearer ${expired}` },
          ],
          queryString: [{ name: 'format', value: 'csv' }],
          cookies: [],
          headersSize: -1,
          bodySize: 0,
        },
        response: {
          status: 200,
          statusText: 'OK',
          httpVersion: 'HTTP/1.1',
          headers: [{ name: 'Content-Type', value: 'text/csv' }],
          cookies: [],
          content: { size: 0, mimeType: 'text/csv' },
          redirectURL: '',
          headersSize: -1,
          bodySize: 0,
        },
        cache: {},
        timings: { send: 0, wait: 40, receive: 1 },
      },
    ],
  },
};

const files = {
  'kong.yaml': kongYaml(keys),
  '1-issuer-slash.curl.txt': `curl https://api.shop.example/orders/7 \\
  -H 'Accept: application/json' \\
  -H 'Authorization: Bearer ${slash}'
`,
  '2-wrong-algorithm.http': [
    'GET /invoices/2026-01-0042 HTTP/1.1',
    'Host: api.shop.example',
    'Accept: application/json',
    `Authorization: Bearer ${wrongAlgorithm}`,
    '',
    '',
  ].join('\r\n'),
  '2-reply.txt': [
    'HTTP/1.1 401 Unauthorized',
    'Content-Type: application/json; charset=utf-8',
    'WWW-Authenticate: Bearer realm="shop" error="invalid_token"',
    'Content-Length: 31',
    'X-Kong-Response-Latency: 1',
    'Server: kong/3.9.1',
    'X-Kong-Request-Id: 5d3f6b2a9c0e4f1788a1b2c3d4e5f607',
    '',
    '{"message":"Invalid algorithm"}',
  ].join('\r\n'),
  '3-expired-but-accepted.har': `${JSON.stringify(har, null, 2)}\n`,
  '4-secret-alphabet.token.txt': `${base64Secret}\n`,
  '5-two-tokens.headers.txt': `Authorization: Bearer ${fresh}
Cookie: theme=dark; session_jwt=${stale}
`,
  '6-two-lives.tokens.txt': `${lives.join('\n')}\n`,
  ...gateExample(NOW),
  'index.json': `${JSON.stringify(
    {
      now: NOW,
      examples: [
        { title: '1. The issuer differs by one character (a curl command)', args: explain('1-issuer-slash.curl.txt') },
        {
          title: '2. The credential expects another algorithm (raw HTTP, and what Kong really said)',
          args: explain('2-wrong-algorithm.http', '--reply', 'examples/2-reply.txt'),
        },
        { title: '3. Accepted, and it should worry you (a HAR file)', args: explain('3-expired-but-accepted.har') },
        {
          title: '4. A secret in the wrong alphabet (a bare token)',
          args: [
            ...['explain', '--config', 'examples/kong.yaml', '--token', '@examples/4-secret-alphabet.token.txt'],
            ...['--route', 'reports-partners'],
          ],
        },
        {
          title: '5. Two tokens in one request (header lines)',
          args: explain('5-two-tokens.headers.txt', '--route', 'portal'),
        },
      ],
      timelines: [
        {
          title: '6. Two tokens of one user: is the older one still good?',
          args: ['timeline', '@examples/6-two-lives.tokens.txt', '--config', 'examples/kong.yaml', '--at', '14:10'],
        },
      ],
    },
    null,
    2,
  )}\n`,
};

function explain(request, ...more) {
  return ['explain', '--config', 'examples/kong.yaml', '--request', `examples/${request}`, ...more];
}

mkdirSync('examples/gate/requests', { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(`examples/${name}`, text);
console.error(`examples/: ${Object.keys(files).join(', ')}; clock: ${new Date(NOW * 1000).toISOString()}`);
