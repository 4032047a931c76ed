import { own } from '../schema/table.ts';
import { NodesBuilder, Source } from '../text/index.ts';
import type { ConfigFile, ParsedFile } from './model.ts';
import { SETTINGS, type Setting } from './settings-table.ts';

/** `name = value` of kong.conf, `KONG_NAME=value` of an environment file, `- KONG_NAME=value` of a compose file. */
const LINE = /^[ \t]*(?:export[ \t]+|-[ \t]*["']?)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*(.*?)[ \t]*\r?$/;
const BLANK = /^[ \t]*(?:#.*)?\r?$/;

/** Every line is a setting, a comment or empty, and one setting is Kong's. */
export function isSettingsText({ name, text }: ConfigFile): boolean {
  if (/\.(?:ya?ml|json)$/i.test(name) || text.length > 1_000_000) return false;
  const lines = text.split('\n');
  if (!lines.every((line) => BLANK.test(line) || LINE.test(line))) return false;
  return /\.conf$/i.test(name) || lines.some((line) => isKongs(LINE.exec(line)?.[1] ?? ''));
}

const isKongs = (name: string): boolean => name.startsWith('KONG_') || Object.hasOwn(SETTINGS, name);

/** The settings that change an answer. What else is there is left unread, passwords among it. */
export function settingsFile({ name, text }: ConfigFile): ParsedFile {
  const nodes = new NodesBuilder();
  const whole = nodes.map(0);
  const settings: Record<string, Setting> = {};
  let at = 0;
  for (const line of text.split('\n')) {
    const [, key, written] = LINE.exec(line) ?? [];
    if (key !== undefined && written !== undefined) {
      const setting = settingName(key);
      const valueAt = at + line.indexOf(written, line.indexOf('=') + 1);
      nodes.key(nodes.leaf(at + line.indexOf(key)), setting);
      nodes.leaf(valueAt);
      const value = valueOf(written);
      if (Object.hasOwn(SETTINGS, setting) && value !== '') settings[setting] = { value, at: valueAt };
    }
    at += line.length + 1;
  }
  nodes.close(whole);
  const source = new Source(name, text, nodes.finish());
  return { source, root: {}, form: 'settings', kind: 'kong.conf', smells: [], templates: [], settings };
}

const settingName = (key: string): string => key.replace(/^KONG_/i, '').toLowerCase();

/** Without quotes and the comment behind; `\#` is a `#` of the value (`kong/conf_loader`). */
function valueOf(written: string): string {
  const quoted = /^(["'])(.*)\1["']?$/.exec(written)?.[2];
  return (
    quoted ??
    written
      .replace(/(^|[^\\])#.*$/, '$1')
      .replaceAll('\\#', '#')
      .trim()
  );
}

/** A later file wins, as the environment does over `kong.conf`. */
export function joinSettings(files: readonly ParsedFile[]): ReadonlyMap<string, Setting & { readonly source: Source }> {
  const out = new Map<string, Setting & { readonly source: Source }>();
  for (const { settings = {}, source } of files)
    for (const name of Object.keys(settings)) {
      const setting = own(settings as Readonly<Record<string, Setting>>, name);
      if (setting) out.set(name, { ...setting, source });
    }
  return out;
}
