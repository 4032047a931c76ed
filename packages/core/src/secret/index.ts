import type { Crypto } from '../ports/index.ts';

export { sha256 } from './sha256.ts';

/**
 * Octets that must not be printed: every way of turning one into text gives `<secret, 32 bytes>`,
 * in an error, a JSON document and a debugger alike. `fingerprint` is what may be shown instead.
 */
export class Secret {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  static ofText(text: string): Secret {
    return new Secret(new TextEncoder().encode(text));
  }

  /** In octets. */
  get length(): number {
    return this.#bytes.length;
  }

  /** The octets themselves, for a computation; never for output. */
  reveal(): Uint8Array {
    return this.#bytes;
  }

  /** `sha256:` and 12 hex digits. */
  fingerprint(crypto: Pick<Crypto, 'digest'>): string {
    return fingerprint(this.#bytes, crypto);
  }

  toString(): string {
    return `<secret, ${this.length} ${this.length === 1 ? 'byte' : 'bytes'}>`;
  }

  toJSON(): string {
    return this.toString();
  }

  /** What Node's `console.log` and test runners print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** `sha256:` and 12 hex digits of the digest of these octets: shown where a token, a key or a secret is meant. */
export function fingerprint(bytes: Uint8Array, crypto: Pick<Crypto, 'digest'>): string {
  const digest = crypto.digest('sha256', bytes);
  let hex = '';
  for (let i = 0; i < 6; i++) hex += (digest[i] ?? 0).toString(16).padStart(2, '0');
  return `sha256:${hex}`;
}
