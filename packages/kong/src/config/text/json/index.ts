import { NodesBuilder } from '../nodes.ts';
import type { Fault, Limits, Reading, Smell } from '../reading.ts';

/** Thrown inside the reader only. */
class JsonFault implements Fault {
  readonly code: string;
  readonly message: string;
  readonly at: number;

  constructor(message: string, at: number, code = 'json-syntax') {
    this.code = code;
    this.message = message;
    this.at = at;
  }
}

/** Reads a JSON text (RFC 8259) and where everything in it stands. The last value of a key given twice counts. */
export function readJson(text: string, limits: Limits): Reading {
  const reader = new JsonReader(text, limits);
  try {
    const value = reader.document();
    return { ok: true, value, nodes: reader.nodes.finish(), smells: reader.smells };
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, fault: error };
    throw error;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

class JsonReader {
  readonly nodes = new NodesBuilder();
  readonly smells: Smell[] = [];
  private readonly text: string;
  private readonly limits: Limits;
  private at = 0;
  private depth = 0;

  constructor(text: string, limits: Limits) {
    this.text = text;
    this.limits = limits;
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  document(): unknown {
    this.space();
    const value = this.value();
    this.space();
    if (this.at < this.text.length) throw new JsonFault('something follows the end of the JSON value', this.at);
    return value;
  }

  private value(): unknown {
    switch (this.text.charAt(this.at)) {
      case '{':
        return this.object();
      case '[':
        return this.array();
      case '"':
        this.leaf();
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private object(): unknown {
    const map: Record<string, unknown> = {};
    const node = this.nodes.map(this.at);
    this.open();
    for (let first = true; !this.ends('}', first); first = false) {
      const at = this.at;
      if (this.text.charAt(at) !== '"') throw new JsonFault('a key in double quotes is missing here', at);
      const before = this.leaf();
      const name = this.string();
      this.nodes.key(before, name);
      this.space();
      if (this.text.charAt(this.at) !== ':') throw new JsonFault("a ':' is missing behind this key", this.at);
      this.at++;
      this.space();
      const value = this.value();
      if (Object.hasOwn(map, name)) this.smells.push({ code: 'yaml-duplicate-key', at, name });
      if (name === '__proto__') Object.defineProperty(map, name, { value, enumerable: true, configurable: true });
      else map[name] = value;
    }
    this.close(node);
    return map;
  }

  private array(): unknown {
    const list: unknown[] = [];
    const node = this.nodes.list(this.at);
    this.open();
    for (let first = true; !this.ends(']', first); first = false) list.push(this.value());
    this.close(node);
    return list;
  }

  /** At the end of a collection, or behind the comma before its next element. */
  private ends(sign: string, first: boolean): boolean {
    this.space();
    if (this.text.charAt(this.at) === sign) return true;
    if (first) return false;
    if (this.text.charAt(this.at) !== ',') throw new JsonFault(`a ',' or '${sign}' is missing here`, this.at);
    this.at++;
    this.space();
    return false;
  }

  private open(): void {
    if (++this.depth > this.limits.depth)
      throw new JsonFault(`collections are nested more than ${this.limits.depth} deep`, this.at, 'json-too-deep');
    this.at++;
  }

  private close(node: number): void {
    this.depth--;
    this.at++;
    this.nodes.close(node);
  }

  private string(): string {
    const start = this.at;
    for (let end = start; ; ) {
      end = this.text.indexOf('"', end + 1);
      if (end < 0) throw new JsonFault('this quote is never closed', start);
      if (isEscaped(this.text, end)) continue;
      this.at = end + 1;
      const body = this.text.slice(start + 1, end);
      if (!body.includes('\\') && !hasControl(body)) return body;
      return this.decode(start, end + 1);
    }
  }

  private decode(start: number, end: number): string {
    try {
      return JSON.parse(this.text.slice(start, end)) as string;
    } catch {
      throw new JsonFault('a wrong escape or a line break stands in this text', start);
    }
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits === undefined) throw new JsonFault('a value is missing here', this.at);
    this.leaf();
    this.at += digits.length;
    return Number(digits);
  }

  private word<Value>(word: string, value: Value): Value {
    if (!this.text.startsWith(word, this.at)) throw new JsonFault('a value is missing here', this.at);
    this.leaf();
    this.at += word.length;
    return value;
  }

  private leaf(): number {
    return this.nodes.leaf(this.at);
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
  }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x20) return true;
  return false;
}
