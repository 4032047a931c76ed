import type { MintedKey } from '../keys/index.ts';
import { type SignOptions, signBytes } from './sign.ts';

export { type SignOptions, signBytes } from './sign.ts';

export interface TokenRecipe extends SignOptions {
  /** Added to `alg` and `kid` of the key; a member of value `undefined` is left out. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Claims, or the exact text or octets of the payload. */
  readonly claims?: Readonly<Record<string, unknown>> | string | Uint8Array;
  readonly key: MintedKey;
  /** Signs with this algorithm, whatever the header says. */
  readonly signAs?: string;
  /** The signature segment instead of a real one. */
  readonly signature?: string;
}

const encode = (value: unknown): string =>
  (value instanceof Uint8Array
    ? Buffer.from(value)
    : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8')
  ).toString('base64url');

/** A compact JWS, as right or as wrong as the recipe asks for. */
export function mintToken(recipe: TokenRecipe): string {
  const { key } = recipe;
  const header: Record<string, unknown> = { alg: key.alg, kid: key.kid, ...recipe.header };
  const input = `${encode(header)}.${encode(recipe.claims ?? {})}`;
  const alg = recipe.signAs ?? (typeof header.alg === 'string' ? header.alg : key.alg);
  return `${input}.${recipe.signature ?? signBytes(alg, key, input, recipe).toString('base64url')}`;
}
