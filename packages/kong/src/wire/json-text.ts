import { USUAL_SETTINGS, type WireSettings } from './settings.ts';

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/**
 * A string as lua-cjson writes it: bytes, not characters, so that other bytes stand raw. Slashes stand plain
 * where the bundled acme plugin is loaded, which switches their escaping off for the whole process.
 */
export function jsonString(bytes: string, escapesSlashes: boolean): string {
  const escaped = bytes.replace(
    /["\\\x00-\x1f\x7f]/g,
    (byte) => SHORT[byte] ?? `\\u${byte.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escapesSlashes ? escaped.replaceAll('/', '\\/') : escaped}"`;
}

/** A flat object, its members in the order given. */
export function jsonObject(
  members: readonly (readonly [name: string, value: string])[],
  { escapesSlashes }: Pick<WireSettings, 'escapesSlashes'> = USUAL_SETTINGS,
): string {
  const text = (bytes: string): string => jsonString(bytes, escapesSlashes);
  return `{${members.map(([name, value]) => `${text(name)}:${text(value)}`).join(',')}}`;
}
