// Rows about reading a configuration of 1,000 routes and 10,000 consumers, against the YAML parser alone.
import { loadGateway } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { parse, stringify } from 'yaml';
import { paired } from './paired.mjs';
import { row } from './table.mjs';

const ROUTES = 1000;
const CONSUMERS = 10_000;
const LARGE = 100_000;
const OPTIONS = { version: '3.9', flavor: 'traditional_compatible' };
const crypto = createCrypto();

const servicesOf = (routes) =>
  Array.from({ length: Math.ceil(routes / 10) }, (_, s) => ({
    name: `service-${s}`,
    url: `http://service-${s}.internal:8080/base`,
    routes: Array.from({ length: Math.min(10, routes - s * 10) }, (_, r) => ({
      name: `route-${s}-${r}`,
      hosts: [`h${s}.example.test`],
      paths: [`/svc/${s}/v${r}`],
      methods: ['GET', 'POST'],
      plugins: [{ name: 'jwt', config: { claims_to_verify: ['exp'], key_claim_name: 'iss' } }],
    })),
  }));

const consumersOf = (count) =>
  Array.from({ length: count }, (_, c) => ({
    username: `user-${c}`,
    custom_id: `c-${c}`,
    jwt_secrets: [{ key: `key-${c}`, algorithm: 'HS256', secret: `a secret of consumer number ${c}` }],
    acls: [{ group: `group-${c % 7}` }],
  }));

const configOf = (routes, consumers) => ({
  _format_version: '3.0',
  services: servicesOf(routes),
  consumers: consumersOf(consumers),
});

function load(text, name = 'kong.yaml') {
  const loaded = loadGateway([{ name, text }], OPTIONS, { crypto });
  if (!loaded.ok || loaded.gateway.refusals.length > 0) throw new Error('the configuration did not load');
  return loaded;
}

/** Octets that stay when only what `make` gives is kept; the middle of several, each after collecting. */
async function kept(make) {
  // What a collection only marks is let go of in the turn after it.
  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  const used = async () => {
    for (let i = 0; i < 4; i++) globalThis.gc();
    await turn();
    globalThis.gc();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const sizes = [];
  for (let i = 0; i < 5; i++) {
    const before = await used();
    let value = make();
    const after = await used();
    if (value === undefined) throw new Error('nothing was made');
    value = undefined;
    sizes.push(after - before);
  }
  return sizes.sort((a, b) => a - b)[2];
}

async function exposeGc() {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import('node:v8'), import('node:vm')]);
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc');
}

export async function loadingRows() {
  await exposeGc();
  const text = stringify(configOf(ROUTES, CONSUMERS));
  const copy = () => Buffer.from(text).toString();
  const plain = await kept(() => parse(copy()));
  const ours = await kept(() => load(copy()));
  const { ratio, oursRate } = paired({ peer: () => parse(text), ours: () => load(text), rounds: 9, perRound: 1 });
  const mega = (octets) => `${(octets / 1024 / 1024).toFixed(1)} MiB`;
  const large = JSON.stringify(configOf(LARGE, 0));
  const start = performance.now();
  load(large, 'kong.json');
  const seconds = (performance.now() - start) / 1000;
  return [
    row(
      'loading 1,000 routes and 10,000 consumers against yaml.parse',
      ratio,
      '≤ 1.5 ×',
      { atMost: 1.5 },
      `${mega(text.length)}, ${(1000 / oursRate).toFixed(0)} ms`,
    ),
    row(
      'memory of the loaded model against the plain value',
      ours / plain,
      '≤ 2 ×',
      { atMost: 2 },
      `${mega(ours)} and ${mega(plain)}`,
    ),
    row('seconds to load 100,000 routes with their plugins', seconds, '≤ 30', { atMost: 30 }, mega(large.length)),
  ];
}
