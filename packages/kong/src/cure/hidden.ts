import { Secret } from '@why401/core/secret';
import { fromBytes } from '../wire/bytes.ts';
import type { ConfigValue } from './model.ts';

/**
 * A value that a cure writes and nobody may read in its output. Printers and `JSON.stringify`
 * see the placeholder; only the edit that is simulated uses the value.
 */
export class Hidden {
  readonly placeholder: string;
  readonly #secret: Secret;

  /** `what`: `secret of kong.yaml:42, base64url`. */
  constructor(value: string, what: string) {
    this.#secret = Secret.ofText(value);
    this.placeholder = `<${what}>`;
  }

  /** The value itself, for the text that is parsed again. */
  reveal(): string {
    return fromBytes(Array.from(this.#secret.reveal(), (byte) => String.fromCharCode(byte)).join(''));
  }

  toJSON(): string {
    return this.placeholder;
  }

  toString(): string {
    return this.placeholder;
  }
}

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

export function trueValue(value: ConfigValue): Plain {
  return resolve(value, (hidden) => hidden.reveal());
}

export function shownValue(value: ConfigValue): Plain {
  return resolve(value, (hidden) => hidden.placeholder);
}

function resolve(value: ConfigValue, of: (hidden: Hidden) => string): Plain {
  if (value instanceof Hidden) return of(value);
  if (Array.isArray(value)) return value.map((item: ConfigValue) => resolve(item, of));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, resolve(member as ConfigValue, of)]),
    );
  }
  return value as Plain;
}
