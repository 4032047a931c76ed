// Rows about the router: decisions a second on 1,000 routes, and how the cost grows from 10 to 10,000 routes.
import { loadGateway } from '@why401/kong/config';
import { matchRoute } from '@why401/kong/router';
import { readRelease } from '@why401/kong/versions';
import { readRequest } from '@why401/kong/wire';
import { createCrypto } from '@why401/node/crypto';
import { row } from './table.mjs';

const FLAVORS = ['traditional_compatible', 'traditional', 'expressions'];
const SIZES = [10, 100, 1000, 10_000];
const CONSUMERS = 10_000;
const CASES = 2000;
const WARM_UP = 10;
const ROUNDS = 25;

const crypto = createCrypto();
const release = readRelease('3.9').value;

/** Half the routes have a host each, half share one; every tenth takes several paths, every seventh a method. */
function configOf(size) {
  const routes = Array.from({ length: size }, (_, i) => ({
    name: `r${i}`,
    hosts: [i % 2 === 0 ? `h${i}.example.test` : 'api.example.test'],
    paths: i % 10 === 0 ? [`/svc/${i}`, `/other/path/${i}`] : [`/svc/${i}/v${i % 3}`],
    ...(i % 7 === 0 && { methods: ['GET', 'POST'] }),
  }));
  const consumers = size === 1000 ? Array.from({ length: CONSUMERS }, (_, i) => ({ username: `u${i}` })) : [];
  const services = [{ name: 's', url: 'http://upstream.test', routes }];
  return JSON.stringify({ _format_version: '3.0', services, consumers });
}

/** Three of four requests are taken by some route. */
function requestsOf(size) {
  return Array.from({ length: CASES }, (_, n) => {
    const i = (n * 7919) % size;
    const host = n % 4 === 3 ? 'nobody.test' : i % 2 === 0 ? `h${i}.example.test` : 'api.example.test';
    const target = i % 10 === 0 ? `/svc/${i}/x?y=${n}` : `/svc/${i}/v${i % 3}/x/${n}`;
    const wire = { method: 'GET', scheme: 'http', host, port: 8000, sni: null, target, headers: [], body: null };
    return readRequest({ ...wire, clientIp: '127.0.0.1' }).request;
  });
}

/** The time of one round over all requests, in nanoseconds of a decision. */
function createRound(flavor, size) {
  const files = [{ name: 'kong.json', text: configOf(size) }];
  const { gateway } = loadGateway(files, { version: '3.9', flavor }, { crypto });
  const requests = requestsOf(size);
  return () => {
    const start = process.hrtime.bigint();
    let taken = 0;
    for (const request of requests) {
      if (matchRoute(gateway, request, flavor, release, crypto).kind === 'matched') taken++;
    }
    const time = Number(process.hrtime.bigint() - start) / CASES;
    if (taken === 0 || taken === CASES) throw new Error(`${taken} of ${CASES} requests were taken`);
    return time;
  };
}

/** The best round of each size, taken in turn, so that none has a quieter machine or warmer code than another. */
function measure(flavor) {
  const rounds = SIZES.map((size) => createRound(flavor, size));
  for (let i = 0; i < WARM_UP; i++) for (const round of rounds) round();
  const times = rounds.map(() => []);
  for (let i = 0; i < ROUNDS; i++) for (const [at, round] of rounds.entries()) times[at].push(round());
  return times.map((list) => Math.min(...list));
}

export function routerRows() {
  return FLAVORS.flatMap((flavor) => {
    const times = measure(flavor);
    const [least, , thousand, most] = times;
    const growth = times.map((time, i) => `${SIZES[i]}: ${(time / 1000).toFixed(1)} µs`).join(', ');
    return [
      row(`decisions a second, 1,000 routes, ${flavor}`, 1e9 / thousand, '≥ 20,000', { atLeast: 20_000 }),
      row(`10,000 routes against 10, ${flavor}`, most / least, '≤ log 10,000 / log 10 = 4', { atMost: 4 }, growth),
    ];
  });
}
