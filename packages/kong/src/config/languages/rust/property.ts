const KEYS: Readonly<Record<string, string>> = {
  sc: 'Script',
  script: 'Script',
  scx: 'Script_Extensions',
  scriptextensions: 'Script_Extensions',
  gc: 'General_Category',
  generalcategory: 'General_Category',
};

/** What is wrong with the name of a Unicode property; undefined where Rust knows it, by the runtime's own tables. */
export function isProperty(name: string): string | undefined {
  const inner = name.replace(/^\^/, '');
  const [key = '', value] = inner.includes('!=') ? inner.split('!=') : inner.split(/[=:]/);
  if (value === undefined) return isKnown(key) ? undefined : 'Unicode property not found';
  const of = KEYS[loose(key)];
  if (of === undefined) return 'Unicode property not found';
  return forms(value).some((form) => compiles(`\\p{${of}=${form}}`)) ? undefined : 'Unicode property value not found';
}

const loose = (text: string): string => text.toLowerCase().replace(/[ _-]/g, '');

const isKnown = (name: string): boolean =>
  ['any', 'ascii', 'assigned'].includes(loose(name)) ||
  forms(name).some((form) => compiles(`\\p{gc=${form}}`) || compiles(`\\p{sc=${form}}`) || compiles(`\\p{${form}}`));

function forms(name: string): readonly string[] {
  const words = name
    .split(/[ _-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('_');
  return /^\w*$/.test(words) ? [name, words, name.toUpperCase()].filter((form) => /^\w+$/.test(form)) : [];
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
