// Rows about the local page's server: its start, a verdict under a large configuration, and a flood of requests.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { mintKey, mintToken, NOW_SECONDS } from '@why401/testkit';
import { row } from './table.mjs';

const CLI = 'apps/cli/dist/main.cjs';
const ROUTES = 1_000;
const REQUESTS = 10_000;
const IN_FLIGHT = 50;
const MALFORMED = ['GET\r\n\r\n', '\0\0\0', 'GET / HTTP/9.9\r\n\r\n', 'POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n'];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

export async function serverRows() {
  const start = await startRow();
  const server = await serve();
  try {
    return [start, ...(await verdictRows(server)), ...(await floodRows(server))];
  } finally {
    server.child.kill('SIGINT');
  }
}

async function serve() {
  const child = spawn(process.execPath, [CLI, 'serve', '--no-open', '--port', '0']);
  const [text] = await once(child.stdout.setEncoding('utf8'), 'data');
  const { port, hash } = new URL(text.trim());
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const post = (path, body, type = 'application/json', more = {}) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': type, 'x-why401-secret': hash.slice(3), ...more };
      const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent }, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (part) => {
          answer += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, text: answer }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { child, port: Number(port), post };
}

/** From the call to the address on standard output. */
async function startRow() {
  const ratios = [];
  for (let i = 0; i < 15; i += 1) {
    const before = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    const peer = performance.now() - before;
    const begun = performance.now();
    const child = spawn(process.execPath, [CLI, 'serve', '--no-open', '--port', '0']);
    await once(child.stdout, 'data');
    ratios.push((performance.now() - begun) / peer);
    child.kill('SIGINT');
    await once(child, 'exit');
  }
  return row('start of serve / node -e 0', median(ratios), '≤ 4', { atMost: 4 });
}

async function verdictRows({ post }) {
  const routes = Array.from({ length: ROUTES }, (_, at) => service(at)).join('');
  const key = mintKey('RS256', { kid: 'k' });
  const config = `_format_version: "3.0"\nservices:\n${routes}consumers:\n- username: app\n  jwt_secrets:\n  - {key: app, algorithm: HS256, secret: "a secret of the bench"}\n`;
  await post('/api/configuration', config, 'application/octet-stream', { 'x-file-name': 'kong.yaml' });
  const token = mintToken({ key, claims: { iss: 'https://issuer.example', exp: NOW_SECONDS + 600 } });
  const paste = `curl https://api.example/p${ROUTES - 1} -H 'Authorization: Bearer ${token}'`;
  const timed = async (body) => {
    const times = [];
    for (let i = 0; i < 21; i += 1) {
      const before = performance.now();
      const { status, text } = await post('/api/explain', JSON.stringify({ paste, zone: 'UTC', ...body }));
      if (status !== 200 || !text.includes('No credentials found')) throw new Error(`no verdict: ${status}`);
      times.push(performance.now() - before);
    }
    return median(times);
  };
  const soon = await timed({ cures: 'later' });
  const whole = await timed({});
  return [
    row(`verdict with ${ROUTES} routes, ms`, soon, '< 50', { atMost: 50 }, `${whole.toFixed(0)} ms with proven cures`),
  ];
}

const service = (at) =>
  `- name: s${at}\n  url: http://s${at}.internal\n  routes: [{name: r${at}, paths: [/p${at}]}]\n  plugins: [{name: jwt, config: {claims_to_verify: [exp]}}]\n`;

async function floodRows(server) {
  await flood(server, REQUESTS / 2);
  const before = await settled(server);
  const { failed, seconds } = await flood(server, REQUESTS);
  const grown = (await settled(server)) - before;
  const alive = (await server.post('/api/alive', '{}')).status === 200 && server.child.exitCode === null;
  const rate = `${Math.round(REQUESTS / seconds)} a second`;
  return [
    row('failures in 10,000 requests, 1,000 malformed', failed + (alive ? 0 : 1), '0', { atMost: 0 }, rate),
    row('memory after them, MB more than before', grown, '≤ 20', { atMost: 20 }),
  ];
}

async function flood({ post, port }, count) {
  const begun = performance.now();
  let next = 0;
  let failed = 0;
  const lane = async () => {
    while (next < count) {
      const at = next++;
      const status = at % 10 === 0 ? await malformed(port, at / 10) : await ordinary(post, at);
      if (status >= 500 || status === 0) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return { failed, seconds: (performance.now() - begun) / 1000 };
}

const ordinary = (post, at) =>
  post('/api/explain', JSON.stringify({ paste: `eyJ${at}.e30.x`, zone: 'UTC', cures: 'later' })).then(
    ({ status }) => status,
    () => 0,
  );

function malformed(port, at) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1').on('data', (part) => {
      text += part;
    });
    socket.on('error', () => {}).on('close', () => resolve(Number(text.slice(9, 12))));
    socket.write(MALFORMED[at % MALFORMED.length]);
  });
}

/** Resident memory in MB once it has come to rest; NaN where the system does not tell. */
async function settled({ child }) {
  await wait(3_000);
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
