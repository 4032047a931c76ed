import { SETTINGS, type SettingRow } from './forms/index.ts';
import type { GatewaySettings } from './model.ts';

/** Settings that are not Kong's usual ones and are not heeded, each with what it has a say in. */
export function unheededSettings(settings: GatewaySettings): readonly string[] {
  const rows: Readonly<Record<string, SettingRow>> = SETTINGS;
  return [...settings].flatMap(([name, { value, content }]) => {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    if (row === undefined || row.heeded === true || content !== undefined || sorted(value) === sorted(row.usual))
      return [];
    return [`${name} (${row.of})`];
  });
}

/** Lists are compared whatever their order and case. */
const sorted = (value: string): string =>
  value
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .sort()
    .join(',');
