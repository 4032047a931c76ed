import { createCrypto, fixedClock } from '@why401/node';
import { mintKey, mintToken, NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadGateway } from '../config/index.ts';
import { judge } from '../judge.ts';
import type { WireRequest } from '../wire/index.ts';
import { configChange, consumerRef, createEdit, credentialRef, removeEdit, setEdit } from './edits.ts';
import { type Candidate, type ConfigChange, proveCures, type Situation } from './index.ts';

const ISSUER = 'https://idp.example/as';
const KEY = mintKey('RS256');
const ports = { clock: fixedClock(NOW_MS), crypto: createCrypto() };
const options = { version: '3.9', flavor: 'traditional_compatible' } as const;

function situationOf(issuer: string): Situation {
  const text = stringify({
    _format_version: '3.0',
    services: [
      { name: 'orders', host: 'orders.internal', routes: [{ name: 'r', paths: ['/'] }], plugins: [{ name: 'jwt' }] },
    ],
    consumers: [{ username: 'idp', jwt_secrets: [{ key: ISSUER, algorithm: 'RS256', rsa_public_key: KEY.publicPem }] }],
  });
  const files = [{ name: 'kong.yaml', text }];
  const load = (texts: Situation['files']) => loadGateway(texts, options, ports);
  const loaded = load(files);
  if (!loaded.ok) throw new Error('not loaded');
  const request: WireRequest = {
    method: 'GET',
    scheme: 'http',
    host: 'api.example',
    port: 80,
    sni: null,
    target: '/',
    headers: [['Authorization', `Bearer ${mintToken({ key: KEY, claims: { iss: issuer } })}`]],
    body: null,
    clientIp: '192.0.2.1',
  };
  const simulator: Situation['simulator'] = {
    load: (texts) => {
      const read = load(texts);
      return read.ok && read.gateway.refusals.length === 0 ? read.gateway : undefined;
    },
    judge: (gateway, wire, { assume = [] }) => judge(gateway, wire, { ...options, assume }, ports),
  };
  const { gateway, frame } = loaded;
  const judgement = simulator.judge(gateway, request, {});
  return { judgement, gateway, files, frame, request, simulator, ports, opened: new Map() };
}

const candidate = (change: ConfigChange | undefined): Candidate => ({
  id: 'spell-key-as-token',
  fix: 'F7',
  who: 'gateway',
  change: change ?? { kind: 'config', edits: [], hunks: [], results: [] },
  weakens: null,
  placeholders: [],
  trial: { assume: [], standIns: [] },
});

type Make = (situation: Situation) => ConfigChange | undefined;

const credential = ({ gateway }: Situation) => {
  const [first] = gateway.jwtSecrets;
  if (first === undefined) throw new Error('no credential');
  return first;
};
const set =
  (field: string, value: string): Make =>
  (s) =>
    configChange(setEdit(s, credential(s), credentialRef(credential(s)), field, value));

const both = (one: ConfigChange | undefined, other: ConfigChange | undefined): ConfigChange | undefined =>
  one && other && { ...one, edits: [...one.edits, ...other.edits] };

describe('proveCures', () => {
  const refused = situationOf(`${ISSUER}/`);

  it('keeps what lets the same request pass', () => {
    const [proven] = proveCures([candidate(set('key', `${ISSUER}/`)(refused))], refused);
    expect(proven?.cure.proof).toEqual({
      kind: 'full',
      assumed: [],
      standIns: [],
      before: {
        outcome: 'answered',
        status: 401,
        body: `{"message":"No credentials found for given 'iss'"}`,
        step: 'J36',
      },
      after: { outcome: 'proxied', status: null, body: null, step: null },
    });
  });

  it.each<[string, Make]>([
    ['changes nothing about the failing check', set('tags', 'x')],
    ['Kong refuses', (s) => both(set('key', `${ISSUER}/`)(s), set('tags', 'x')(s))],
    ['spells the key otherwise, but not as the token', set('key', `${ISSUER}//`)],
    [
      'takes the credential away',
      (s) => configChange(removeEdit(s, credential(s), credentialRef(credential(s)), 'key')),
    ],
    [
      'leads to what cannot be judged',
      (s) => {
        const [consumer] = s.gateway.consumers;
        if (consumer === undefined) throw new Error('nothing to change');
        const plugin = { name: 'aws-lambda' };
        return both(
          set('key', `${ISSUER}/`)(s),
          configChange(createEdit(s, consumer, consumerRef(consumer), 'plugins', plugin)),
        );
      },
    ],
    [
      'stands at a place that the file does not have',
      (s) => {
        const change = set('key', `${ISSUER}/`)(s);
        return change && { ...change, edits: change.edits.map((edit) => ({ ...edit, at: 1_000_000 })) };
      },
    ],
  ])('drops what %s', (_, make) => {
    const change = make(refused);
    expect(change).toBeDefined();
    expect(proveCures([candidate(change)], refused)).toEqual([]);
  });

  it('takes several edits of one file as one change', () => {
    const change = configChange(
      ...['key', 'id'].map((field) =>
        setEdit(
          refused,
          credential(refused),
          credentialRef(credential(refused)),
          field,
          field === 'key' ? `${ISSUER}/` : '6f0f9a5e-8d0a-4c39-9b0c-6a3a3c1f4d11',
        ),
      ),
    );
    const [proven] = proveCures([candidate(change)], refused);
    const lines = proven?.cure.change.kind === 'config' ? proven.cure.change.hunks.flatMap(({ lines }) => lines) : [];
    expect(lines.filter(({ sign }) => sign !== ' ').map(({ sign, text }) => sign + text.trim())).toEqual([
      `-- key: ${ISSUER}`,
      `+- key: ${ISSUER}/`,
      '+id: 6f0f9a5e-8d0a-4c39-9b0c-6a3a3c1f4d11',
    ]);
  });
});
