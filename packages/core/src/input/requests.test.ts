import { describe, expect, it } from 'vitest';
import { type PastedRequest, readPaste } from './index.ts';

/** Short and opaque, so that a failing test prints no token. */
const T = 'secret-free.opaque.word';

const wanted = {
  method: 'POST',
  scheme: 'https',
  host: 'gw.example',
  port: 8443,
  target: '/orders/7?x=%20y&z=1',
  headers: [
    ['Host', 'gw.example:8443'],
    ['Accept', '*/*'],
    ['Authorization', `Bearer ${T}`],
    ['Content-Type', 'application/json'],
  ],
  body: '{"a":"it\'s"}',
};

const spellings: readonly [name: string, text: string][] = [
  [
    'POSIX, as Chrome copies it',
    `curl 'https://gw.example:8443/orders/7?x=%20y&z=1' \\\n  -H 'Authorization: Bearer ${T}' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw $'{"a":"it\\'s"}' \\\n  --compressed -H 'Accept-Encoding:'`,
  ],
  [
    'POSIX by hand',
    `$ curl -sSkXPOST "https://gw.example:8443/orders/7?x=%20y&z=1" -H "Authorization: Bearer ${T}" -HContent-Type:\\ application/json -d "{\\"a\\":\\"it's\\"}" | jq .`,
  ],
  [
    'POSIX with variables',
    `export TOKEN=${T}\nURL=https://gw.example:8443/orders\ncurl \${URL}/7?x=%20y\\&z=1 -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"a":"it'\\''s"}'`,
  ],
  [
    'POSIX whose backslashes were lost',
    `curl 'https://gw.example:8443/orders/7?x=%20y&z=1'\n  -H 'Authorization: Bearer ${T}'\n  -H 'Content-Type: application/json'\n  -d "{\\"a\\":\\"it's\\"}"`,
  ],
  [
    'cmd, as Chrome copies it',
    `curl ^"https://gw.example:8443/orders/7?x=^%^20y^&z=1^" ^\n  -H ^"Authorization: Bearer ${T}^" ^\n  -H ^"Content-Type: application/json^" ^\n  --data-raw ^"^{^\\^"a^\\^":^\\^"it's^\\^"^}^"`,
  ],
  [
    'cmd by hand',
    `C:\\Users\\me>curl.exe -X POST "https://gw.example:8443/orders/7?x=%20y&z=1" ^\r\n -H "Authorization: Bearer ${T}" ^\r\n -H "Content-Type: application/json" -d "{\\"a\\":\\"it's\\"}"`,
  ],
  [
    'curl.exe in PowerShell',
    `PS C:\\> $t = '${T}'\nPS C:\\> curl.exe -X POST 'https://gw.example:8443/orders/7?x=%20y&z=1' \`\n  -H "Authorization: Bearer $t" \`\n  -H 'Content-Type: application/json' -d '{"a":"it''s"}'`,
  ],
];

const pick = ({ method, scheme, host, port, target, headers, body }: PastedRequest): unknown => ({
  method,
  scheme,
  host,
  port,
  target,
  headers,
  body,
});

describe('one request in every spelling of curl', () => {
  it.each(spellings)('%s', (_, text) => {
    const { kind, requests } = readPaste(text);
    expect(kind).toBe('request');
    expect(requests.map(pick)).toEqual([wanted]);
  });
});

const powershell: readonly [name: string, text: string][] = [
  [
    'as Chrome copies it',
    `Invoke-WebRequest -UseBasicParsing -Uri "https://gw.example:8443/orders/7?x=%20y&z=1" \`\n-Method "POST" \`\n-Headers @{\n"Accept"="*/*"\n  "Authorization"="Bearer ${T}"\n} \`\n-ContentType "application/json" \`\n-Body "{\`"a\`":\`"it's\`"}"`,
  ],
  [
    'as Postman copies it',
    `$headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n$headers.Add("Accept", "*/*")\n$headers.Add("Authorization", "Bearer ${T}")\n$body = @'\n{"a":"it's"}\n'@\n\n$response = Invoke-RestMethod 'https://gw.example:8443/orders/7?x=%20y&z=1' -Method 'POST' -Headers $headers -Body $body -ContentType application/json\n$response | ConvertTo-Json`,
  ],
  [
    'by hand',
    `PS> $h = @{ Accept = '*/*' }; $h['Authorization'] = "Bearer ${T}"\nPS> irm -Method post https://gw.example:8443/orders/7?x=%20y"&"z=1 -Headers $h -Body '{"a":"it''s"}' -ContentType 'application/json' | Out-Null`,
  ],
];

describe('the same request in PowerShell', () => {
  it.each(powershell)('%s', (_, text) => {
    expect(readPaste(text).requests.map(pick)).toEqual([wanted]);
  });
  it('takes cookies and agent from the session', () => {
    const text = `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$session.UserAgent = "Moz"\n$session.Cookies.Add((New-Object System.Net.Cookie("jwt", "${T}", "/", "gw")))\nInvoke-WebRequest -Uri "http://gw/x" -WebSession $session`;
    const [request] = readPaste(text).requests;
    expect(request?.headers).toEqual([
      ['Host', 'gw'],
      ['User-Agent', 'Moz'],
      ['Cookie', `jwt=${T}`],
    ]);
  });
});

const options: readonly [name: string, text: string, request: object][] = [
  [
    '# in a word',
    'curl http://gw/x#y -H A:1 # comment',
    {
      target: '/x',
      headers: [
        ['Host', 'gw'],
        ['Accept', '*/*'],
        ['A', '1'],
      ],
    },
  ],
  ['caret in quotes of cmd', 'curl "http://gw/a^b" ^\n -H "A: 1"', { target: '/a^b' }],
  ['no scheme', 'curl gw/x', { scheme: 'http', host: 'gw', port: undefined, target: '/x', method: 'GET' }],
  ['dot segments', 'curl http://gw/a/./b/../c/..', { target: '/a/' }],
  ['dot segments kept', 'curl --path-as-is http://gw/a/../c', { target: '/a/../c' }],
  ['fragment', 'curl "http://gw#x"', { target: '/' }],
  [
    '-G',
    `curl -G http://gw/x?a=1 -d jwt=${T} --data-urlencode 'q=a b'`,
    { method: 'GET', target: `/x?a=1&jwt=${T}&q=a%20b`, body: undefined },
  ],
  ['-I', 'curl -I http://gw', { method: 'HEAD' }],
  ['--request-target', 'curl --request-target /%2e%2e/a http://gw/b', { target: '/%2e%2e/a' }],
  [
    '-u',
    'curl -u me:pä http://gw',
    {
      headers: [
        ['Host', 'gw'],
        ['Authorization', 'Basic bWU6cMOk'],
        ['Accept', '*/*'],
      ],
    },
  ],
  [
    'user in the URL',
    'curl http://me:pw@gw:81/',
    {
      headers: [
        ['Host', 'gw:81'],
        ['Authorization', 'Basic bWU6cHc='],
        ['Accept', '*/*'],
      ],
    },
  ],
  [
    '--oauth2-bearer',
    `curl --oauth2-bearer ${T} http://gw`,
    {
      headers: [
        ['Host', 'gw'],
        ['Authorization', `Bearer ${T}`],
        ['Accept', '*/*'],
      ],
    },
  ],
  [
    '--json',
    `curl --json '{}' http://gw`,
    {
      method: 'POST',
      body: '{}',
      headers: [
        ['Host', 'gw'],
        ['Accept', 'application/json'],
        ['Content-Type', 'application/json'],
      ],
    },
  ],
  [
    '-b',
    'curl -b "a=1; jwt=x" http://gw',
    {
      headers: [
        ['Host', 'gw'],
        ['Accept', '*/*'],
        ['Cookie', 'a=1; jwt=x'],
      ],
    },
  ],
  [
    'header taken out',
    'curl -H Accept: -H "X-Empty;" http://gw',
    {
      headers: [
        ['Host', 'gw'],
        ['X-Empty', ''],
      ],
    },
  ],
  [
    'Host of its own',
    'curl -H "Host: api" -H "X: 1" -H "X: 2" http://gw',
    {
      host: 'gw',
      headers: [
        ['Host', 'api'],
        ['Accept', '*/*'],
        ['X', '1'],
        ['X', '2'],
      ],
    },
  ],
  ['form', 'curl -d a=1 -d b=2 http://gw', { method: 'POST', body: 'a=1&b=2' }],
  [
    'argument of another option',
    'curl -o out.txt --max-time 3 -w "%{http_code}" http://gw/x',
    { host: 'gw', target: '/x' },
  ],
];

it('reads a command with a long body, and leaves one alone that is longer than any', () => {
  const command = (length: number): string => `curl http://gw -H "A: 1" -d '${'x'.repeat(length)}'`;
  expect(readPaste(command(900_000)).kind).toBe('request');
  expect(readPaste(command(1_100_000)).kind).toBe('unknown');
});

describe('options of curl', () => {
  it.each(options)('%s', (_, text, request) => {
    expect(readPaste(text).requests).toMatchObject([request]);
  });
  it('reads several URLs and --next as several requests', () => {
    const { requests } = readPaste('curl -H A:1 http://a http://b --next -X PUT http://c');
    expect(requests.map(({ method, host, headers }) => [method, host, headers.length])).toEqual([
      ['GET', 'a', 3],
      ['GET', 'b', 3],
      ['PUT', 'c', 2],
    ]);
  });
  it.each([
    ['variable', 'curl -H "Authorization: Bearer $TOKEN" http://gw', 'shell-variable'],
    ['substitution', 'curl -H "Authorization: Bearer $(cat t)" http://gw', 'shell-variable'],
    ['body in a file', 'curl -d @body.json http://gw', 'body-in-a-file'],
    ['header in a file', 'curl -H @headers http://gw', 'value-in-a-file'],
    ['-k', 'curl -k https://gw', 'certificate-not-checked'],
  ])('says what the paste does not hold: %s', (_, text, code) => {
    expect(readPaste(text).problems.map((problem) => problem.code)).toContain(code);
  });
});

const RAW = `GET /a//b?q=%7E HTTP/1.1\r\nHost: gw:8000\r\nX-A: 1\r\nx-a: 2\r\nAuthorization: Bearer ${T}\r\n\r\n`;
const ANSWER =
  'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nWWW-Authenticate: Bearer realm="r"\r\n\r\n{"message":"no"}';
const EXCHANGE = {
  request: { method: 'GET', host: 'gw', port: 8000, target: '/a//b?q=%7E' },
  headers: [
    ['Host', 'gw:8000'],
    ['X-A', '1'],
    ['x-a', '2'],
    ['Authorization', `Bearer ${T}`],
  ],
  response: { status: 401, reason: 'Unauthorized', version: '1.1', body: '{"message":"no"}' },
};

describe('raw HTTP', () => {
  it('keeps order, duplicates and the raw target', () => {
    const [request] = readPaste(RAW).requests;
    expect(request).toMatchObject({ ...EXCHANGE.request, from: 'raw-http' });
    expect(request?.headers).toEqual(EXCHANGE.headers);
  });
  it.each([
    ['after each other', `${RAW}${ANSWER}`, 0],
    ['the answer alone', ANSWER, -1],
    [
      'curl -v',
      `* Connected to gw (127.0.0.1) port 8000 (#0)\n${mark('> ', RAW)}${mark('< ', ANSWER.slice(0, -16))}{ [16 bytes data]\n{"message":"no"}\n* Connection #0 to host gw left intact`,
      0,
    ],
  ])('reads the answer: %s', (_, text, index) => {
    const { responses, requests } = readPaste(text);
    expect(responses).toMatchObject([{ ...EXCHANGE.response, request: index }]);
    expect(responses[0]?.headers).toEqual([
      ['Content-Type', 'application/json'],
      ['WWW-Authenticate', 'Bearer realm="r"'],
    ]);
    if (index === 0) expect(requests).toMatchObject([EXCHANGE.request]);
  });
  it.each([
    [
      'absolute target',
      'GET http://gw:81/x HTTP/1.1\nHost: other\n\n',
      { scheme: 'http', host: 'gw', port: 81, target: '/x' },
    ],
    ['body', 'POST /x HTTP/1.1\nHost: gw\n\na=1', { method: 'POST', body: 'a=1' }],
    [
      'HTTP/2 pseudo-headers',
      ':method: PUT\n:authority: gw\n:scheme: https\n:path: /x?y\nuser-agent: z',
      { from: 'headers', method: 'PUT', scheme: 'https', host: 'gw', target: '/x?y' },
    ],
    [
      'folded header',
      'GET / HTTP/1.1\nHost: gw\nX-A: 1\n  2\n\n',
      {
        headers: [
          ['Host', 'gw'],
          ['X-A', '1 2'],
        ],
      },
    ],
  ])('%s', (_, text, request) => {
    expect(readPaste(text).requests).toMatchObject([request]);
  });
  it.each([
    ['HTTP/2 without a reason', 'HTTP/2 401 \nserver: kong\n\n{}', [[401, '', '{}']]],
    [
      'redirect, then the answer',
      `HTTP/1.1 301 Moved\nLocation: /x\n\n${ANSWER}`,
      [
        [301, 'Moved', ''],
        [401, 'Unauthorized', '{"message":"no"}'],
      ],
    ],
    [
      'chunks as on the wire',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\n\r\n',
      [[200, 'OK', 'abcdef']],
    ],
    ['chunks taken apart', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello', [[200, 'OK', 'hello']]],
    ['a body like a size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nabcdef', [[200, 'OK', 'abcdef']]],
  ])('answers: %s', (_, text, wantedAnswers) => {
    expect(readPaste(text).responses.map(({ status, reason, body }) => [status, reason, body])).toEqual(wantedAnswers);
  });
});

function mark(sign: string, text: string): string {
  return text
    .replace(/\r\n$/, '')
    .split('\r\n')
    .map((line) => `${sign}${line}\r\n`)
    .join('');
}

describe('HAR', () => {
  const entry = {
    request: {
      method: 'GET',
      url: 'https://gw/x?a',
      headers: [
        { name: ':authority', value: 'gw' },
        { name: 'Authorization', value: `Bearer ${T}` },
      ],
    },
    response: {
      status: 401,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: [{ name: 'server', value: 'kong' }],
      content: { text: '{}' },
    },
  };
  it.each([
    ['whole', { log: { entries: [entry] } }, 'har'],
    ['entry', entry, 'request'],
  ])('%s', (_, value, kind) => {
    const paste = readPaste(JSON.stringify(value));
    expect(paste.kind).toBe(kind);
    expect(paste.requests).toMatchObject([{ from: 'har', method: 'GET', scheme: 'https', host: 'gw', target: '/x?a' }]);
    expect(paste.requests[0]?.headers).toEqual([
      ['Host', 'gw'],
      ['Authorization', `Bearer ${T}`],
    ]);
    expect(paste.responses).toMatchObject([{ status: 401, version: '2.0', body: '{}', request: 0 }]);
    expect(paste.tokens.map(({ source }) => source)).toEqual(['authorization-header']);
  });
  it('says that a browser left the credentials out', () => {
    const bare = { log: { entries: [{ request: { method: 'GET', url: 'https://gw/x', headers: [] } }] } };
    expect(readPaste(JSON.stringify(bare)).problems.map(({ code }) => code)).toEqual(['har-without-credentials']);
  });
  it('reads one with more members than a token may have', () => {
    const entries = Array.from({ length: 1500 }, () => entry);
    expect(readPaste(JSON.stringify({ log: { entries } })).requests.length).toBe(1500);
  });
});
