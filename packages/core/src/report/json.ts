import { escapeJson } from './safe/json-text.ts';

/** Version of every `--json` document; raised when a reader of the old one would misread the new. */
export const SCHEMA_VERSION = 1;

/**
 * `{schemaVersion, command, …data}` as one line of JSON, without a line feed. Deep values do not
 * overflow the stack, as they would in `JSON.stringify`; characters that deceive a terminal are
 * `\u` escapes, which mean the same. Members that are `undefined` are left out, numbers that JSON
 * does not have are null, a big integer is its decimal string.
 */
export function toJson(command: string, data: object): string {
  return stringifyDeep({ schemaVersion: SCHEMA_VERSION, command, ...data });
}

type Work = { readonly text: string } | { readonly value: unknown };

/** `JSON.stringify` without recursion. */
export function stringifyDeep(root: unknown): string {
  const out: string[] = [];
  const work: Work[] = [{ value: root }];
  for (let next = work.pop(); next; next = work.pop()) {
    if ('text' in next) out.push(next.text);
    else expand(next.value, out, work);
  }
  return out.join('');
}

function expand(given: unknown, out: string[], work: Work[]): void {
  const value = hasToJson(given) ? given.toJSON() : given;
  if (typeof value === 'string') out.push(escapeJson(JSON.stringify(value)));
  else if (typeof value === 'bigint') out.push(`"${value}"`);
  else if (Array.isArray(value)) expandArray(value, work);
  else if (typeof value === 'object' && value !== null) expandObject(value, work);
  else out.push(JSON.stringify(value) ?? 'null');
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
}

function expandArray(items: readonly unknown[], work: Work[]): void {
  work.push({ text: ']' });
  for (let at = items.length - 1; at >= 0; at--) {
    work.push({ value: items[at] });
    if (at > 0) work.push({ text: ',' });
  }
  work.push({ text: '[' });
}

function expandObject(value: object, work: Work[]): void {
  const members = Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== 'function');
  work.push({ text: '}' });
  for (let at = members.length - 1; at >= 0; at--) {
    const [name, member] = members[at] ?? ['', null];
    work.push({ value: member }, { text: `${escapeJson(JSON.stringify(name))}:` });
    if (at > 0) work.push({ text: ',' });
  }
  work.push({ text: '{' });
}
