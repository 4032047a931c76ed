import { isObject, type JsonObject, member, parseJson } from '@why401/core/json';

/** Thrown over a body whose members are not what a task takes; nothing of the body is in it. */
export class WrongBody extends Error {}

export interface Body {
  /** A text that must be there. */
  text(name: string): string;
  /** Undefined where it is absent, null or empty. */
  optional(name: string): string | undefined;
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined;
  /** A time as it is typed: a text, or a number of seconds or milliseconds. */
  time(name: string): string | undefined;
  number(name: string): number | undefined;
  list(name: string): readonly Body[];
}

/** @throws WrongBody where the text is no JSON object, or is nested too deeply */
export function readBody(text: string): Body {
  return bodyOf(parseJson(text));
}

function bodyOf(value: ReturnType<typeof parseJson>): Body {
  if (!isObject(value)) throw new WrongBody();
  return accessTo(value);
}

function accessTo(object: JsonObject): Body {
  const get = (name: string) => member(object, name) ?? undefined;
  const text = (name: string): string => textOf(get(name));
  const optional = (name: string): string | undefined => {
    const value = get(name);
    return value === undefined || value === '' ? undefined : textOf(value);
  };
  return {
    text,
    optional,
    choice: (name, choices) => {
      const value = optional(name);
      const chosen = choices.find((one) => one === value);
      if (value !== chosen) throw new WrongBody();
      return chosen;
    },
    time: (name) => {
      const value = get(name);
      return typeof value === 'number' ? String(value) : optional(name);
    },
    number: (name) => {
      const value = get(name);
      if (value !== undefined && typeof value !== 'number') throw new WrongBody();
      return value;
    },
    list: (name) => {
      const value = get(name);
      if (!Array.isArray(value)) throw new WrongBody();
      return value.map(bodyOf);
    },
  };
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new WrongBody();
  return value;
}
