import { type Judgement, judge, type KongVersion, type WireRequest } from '@why401/kong';
import { type Gateway, loadGateway } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';

export const NOW = 1_764_000_000;
const crypto = createCrypto();
/** Kong's clock counts whole seconds. */
const ports = { clock: { now: () => NOW * 1000 + 900 }, crypto };

export interface CredentialRow {
  readonly key?: string;
  readonly algorithm?: string | null;
  readonly secret?: string | null;
  readonly rsa_public_key?: string;
}

export interface GatewayRow {
  /** `config` of the jwt plugin of the route `orders`. */
  readonly jwt?: Readonly<Record<string, unknown>>;
  /** Of the consumer `alice`. */
  readonly credentials?: readonly CredentialRow[];
  /** Further plugins of the route. */
  readonly plugins?: readonly Readonly<Record<string, unknown>>[];
  readonly route?: Readonly<Record<string, unknown>>;
  /** Whatever else the file has on top. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A file with one service, one route and one consumer beside `anonymous`. */
export function fileOf(row: GatewayRow, version: KongVersion): string {
  const { jwt, credentials = [], plugins = [], route = {}, more = {} } = row;
  const all = jwt === undefined ? plugins : [{ name: 'jwt', config: jwt }, ...plugins];
  const text = JSON.stringify({
    _format_version: version === '2.8' ? '2.1' : '3.0',
    services: [
      {
        name: 'orders',
        url: 'http://upstream.test:8080/base',
        routes: [{ name: 'orders', paths: ['/orders'], protocols: ['http', 'https'], plugins: all, ...route }],
      },
    ],
    consumers: [{ username: 'alice', custom_id: 'c-1', jwt_secrets: credentials }, { username: 'anonymous' }],
    ...more,
  });
  // decK's templates stand in the text as they are.
  return text.replace(/\$\{\{[^}]*\}\}/g, (template) => template.replaceAll('\\"', '"'));
}

export function gatewayOf(row: GatewayRow, version: KongVersion = '3.9'): Gateway {
  const flavor = version === '2.8' ? 'traditional' : 'traditional_compatible';
  const loaded = loadGateway([{ name: 'kong.yaml', text: fileOf(row, version) }], { version, flavor }, ports);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('; '));
  const [refusal] = loaded.gateway.refusals;
  if (refusal !== undefined) throw new Error(`Kong refuses ${refusal.path.join('.')}: ${refusal.message}`);
  return loaded.gateway;
}

export const requestOf = (change: Partial<WireRequest> = {}): WireRequest => ({
  method: 'GET',
  scheme: 'http',
  host: 'api.example.test',
  port: 8000,
  sni: null,
  target: '/orders/7',
  headers: [],
  body: null,
  clientIp: '127.0.0.1',
  ...change,
});

export const bearer = (token: string): Partial<WireRequest> => ({ headers: [['Authorization', `Bearer ${token}`]] });

export interface Ask {
  readonly version?: KongVersion;
  /** A full release, where the minor is not enough. */
  readonly release?: string;
  readonly assume?: readonly string[];
}

export function ask(row: GatewayRow, request: Partial<WireRequest>, about: Ask = {}): Judgement {
  return judgeWith(gatewayOf(row, about.version), request, about);
}

export function judgeWith(gateway: Gateway, request: Partial<WireRequest>, about: Ask = {}): Judgement {
  const { version = '3.9', release, assume } = about;
  const options = { version: release ?? version, ...(assume !== undefined && { assume }) };
  return judge(gateway, requestOf(request), options, ports);
}

/** The least that tells an answer from another: status, body and challenge; of a proxied one, who it is. */
export function answerOf(judgement: Judgement): unknown {
  const { outcome, reply, failed, consumer, anonymous, because } = judgement;
  if (outcome === 'undetermined') return ['undetermined', ...because.map(({ message }) => message)];
  if (outcome === 'proxied') return ['proxied', anonymous ? 'anonymous' : (consumer?.username ?? null)];
  const challenge = reply?.headers.find(([name]) => name === 'www-authenticate')?.[1];
  return [failed?.step, reply?.status, reply?.body, ...(challenge === undefined ? [] : [challenge])];
}
