/// <reference path="./oidc-provider.d.ts" />
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { type Authority, mintAuthority } from '../certificates/index.ts';
import { type MintedPair, mintKey } from '../keys/index.ts';
import { mintToken, type TokenRecipe } from '../tokens/index.ts';

export interface TestProvider {
  /** `https://localhost:PORT` */
  readonly issuer: string;
  readonly port: number;
  readonly authority: Authority;
  /** A client that may ask the introspection endpoint. */
  readonly client: { readonly id: string; readonly secret: string };
  /** Signs with a key that the provider publishes now. */
  mint(recipe: Omit<TokenRecipe, 'key'>): string;
  /** An opaque access token of the provider itself, by the client credentials grant. */
  opaqueToken(): Promise<string>;
  /** Takes new keys: those of before are gone from the key set. */
  rotate(): void;
  close(): Promise<void>;
}

export interface ProviderOptions {
  /** Wants client certificates of its own authority. */
  readonly mutualTls?: boolean;
  /** Answers in its place, where it returns true: redirects, other documents. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** The npm package `oidc-provider` over TLS on loopback, with an authority made for it. */
export async function startProvider(options: ProviderOptions = {}): Promise<TestProvider> {
  const authority = mintAuthority('why401 provider authority');
  const wantsClients = { requestCert: true, rejectUnauthorized: true, ca: authority.certificate };
  const server = createServer({
    ...authority.issue({ names: ['localhost', '127.0.0.1'] }),
    ...(options.mutualTls === true && wantsClients),
  });
  const port = await listening(server);
  const issuer = `https://localhost:${port}`;
  const client = { id: 'gateway', secret: 'a secret of the test, long enough to be one' };
  let key = mintKey('ES256', { number: 900 });
  let provider = makeProvider(issuer, client, key);
  server.on('request', (request, response) => {
    if (options.instead?.(request, response) !== true) void provider.callback()(request, response);
  });
  return {
    issuer,
    port,
    authority,
    client,
    mint: (recipe) => mintToken({ ...recipe, key }),
    opaqueToken: () => tokenByCredentials(provider, client),
    rotate() {
      key = mintKey('ES256', { number: 901, kid: 'rotated' });
      provider = makeProvider(issuer, client, key);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(server: Server): Promise<number> {
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function makeProvider(issuer: string, { id, secret }: TestProvider['client'], key: MintedPair): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: id,
        client_secret: secret,
        grant_types: ['client_credentials'],
        response_types: [],
        id_token_signed_response_alg: 'ES256',
        redirect_uris: [],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [{ ...key.privateJwk, use: 'sig' }] },
    features: {
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
      devInteractions: { enabled: false },
    },
  });
}

async function tokenByCredentials(provider: Provider, { id }: TestProvider['client']): Promise<string> {
  const client = await provider.Client.find(id);
  return new provider.ClientCredentials({ client, scope: 'openid' }).save();
}
