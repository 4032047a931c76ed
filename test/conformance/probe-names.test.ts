import { judgeUpstream } from '@why401/hops/probe';
import { probeUpstream } from '@why401/node/probe';
import { afterEach, describe, expect, it } from 'vitest';
import { type Records, startNameServer } from './name-server.ts';

let names: Awaited<ReturnType<typeof startNameServer>> | undefined;
afterEach(() => names?.close());

const RESOLV = 'search shop.test\noptions ndots:2\n';

async function found(host: string, records: Records, resolvConf = '') {
  names = await startNameServer(records);
  const facts = await probeUpstream(
    {
      protocol: 'http',
      host,
      port: 9,
      method: 'GET',
      path: '/',
      hostHeader: host,
      servername: undefined,
      connectTimeout: 200,
      readTimeout: 200,
    },
    { names: { order: ['SRV', 'A', 'CNAME'], servers: [names.address], hosts: '', resolvConf }, idle: 0 },
  );
  const [step] = judgeUpstream(facts, {
    service: 'orders',
    retries: 5,
    connectTimeout: 200,
    readTimeout: 200,
    tlsVerify: null,
    bufferSize: 4096,
    idleTimeout: 60_000,
    strictFraming: true,
  });
  const { addresses, srvPort } = facts.name;
  return { addresses, srvPort, outcome: step?.outcome, effect: step?.effect, asked: names.asked };
}

describe('a name, asked for as Kong asks', () => {
  it.each<readonly [name: string, host: string, records: Records, resolvConf: string, wanted: object]>([
    ['an address', 'orders.test', { 'A orders.test': ['127.0.0.9', '127.0.0.8'] }, '', { outcome: 'pass' }],
    ['nothing', 'orders.test', {}, '', { outcome: 'fail', effect: 'D-NX', addresses: [] }],
    [
      'a server that fails',
      'orders.test',
      { 'SRV orders.test': 'SERVFAIL', 'A orders.test': 'SERVFAIL' },
      '',
      { outcome: 'fail', effect: 'D-SERV' },
    ],
    ['a server that refuses', 'orders.test', { 'A orders.test': 'REFUSED' }, '', { outcome: 'fail', effect: 'D-SERV' }],
    [
      'SRV before A, and its port',
      'orders.test',
      { 'SRV orders.test': ['10 5 8081 a.test'], 'A a.test': ['127.0.0.3'], 'A orders.test': ['127.0.0.4'] },
      '',
      { outcome: 'pass', addresses: ['127.0.0.3'], srvPort: 8081 },
    ],
    [
      'CNAME',
      'orders.test',
      { 'CNAME orders.test': ['b.test'], 'A b.test': ['127.0.0.5'] },
      '',
      { addresses: ['127.0.0.5'] },
    ],
    [
      'with a domain of resolv.conf',
      'orders',
      { 'A orders.shop.test': ['127.0.0.6'] },
      RESOLV,
      { addresses: ['127.0.0.6'] },
    ],
    [
      'with enough dots as it is first',
      'a.orders.test',
      { 'A a.orders.test': ['127.0.0.7'], 'A a.orders.test.shop.test': ['127.0.0.8'] },
      RESOLV,
      { addresses: ['127.0.0.7'] },
    ],
  ])('%s', async (_, host, records, resolvConf, wanted) => {
    expect(await found(host, records, resolvConf)).toMatchObject(wanted);
  });
});
