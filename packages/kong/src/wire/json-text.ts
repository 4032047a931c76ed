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
 * A string as lua-cjson writes it: bytes, not characters, so that other bytes stand raw. Slashes stand plain,
 * because the bundled acme plugin switches their escaping off for the whole process.
 */
export const jsonString = (bytes: string): string =>
  `"${bytes.replace(/["\\\x00-\x1f\x7f]/g, (byte) => SHORT[byte] ?? `\\u${byte.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

/** A flat object, its members in the order given. */
export const jsonObject = (members: readonly (readonly [name: string, value: string])[]): string =>
  `{${members.map(([name, value]) => `${jsonString(name)}:${jsonString(value)}`).join(',')}}`;
