import { compactVerify, createLocalJWKSet, flattenedVerify, generalVerify, importJWK, type JWK } from 'jose';

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

/** jose has no use for private halves in a verification, and refuses `sign` alone. */
function publicOnly(jwk: JWK): JWK {
  const rest = Object.entries(jwk).filter(([name]) => jwk.kty === 'oct' || !PRIVATE.includes(name));
  return Object.fromEntries(rest) as JWK;
}

/** Whether jose accepts a signature with any of these keys, used the way its documentation says. */
export async function joseAccepts(token: string, keys: string): Promise<boolean> {
  const parsed = JSON.parse(keys) as JWK | { keys: JWK[] };
  const list = 'keys' in parsed && Array.isArray(parsed.keys) ? (parsed.keys as JWK[]) : [parsed as JWK];
  for (const jwk of list) if (await accepts(token, publicOnly(jwk))) return true;
  return accepts(token, undefined, createLocalJWKSet({ keys: list.map(publicOnly) }));
}

type Resolver = ReturnType<typeof createLocalJWKSet>;

async function accepts(token: string, jwk: JWK | undefined, set?: Resolver): Promise<boolean> {
  try {
    const key = set ?? ((header: { alg?: string }) => importJWK(jwk as JWK, header.alg));
    if (!token.startsWith('{')) await compactVerify(token, key as Resolver);
    else if (token.includes('"signatures"')) await generalVerify(JSON.parse(token), key as never);
    else await flattenedVerify(JSON.parse(token), key as never);
    return true;
  } catch {
    return false;
  }
}
