import { readZone } from '@why401/core/timeline';
import type { State, Theme } from './model.ts';

/** The three things that outlive a reload; each is stored only while it differs from what it is by itself. */
export type Kept = Pick<State, 'theme' | 'zone' | 'shortcuts'>;

const KEYS = { theme: 'why401-theme', zone: 'why401-zone', shortcuts: 'why401-shortcuts' } as const;
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function kept(): Kept {
  const theme = THEMES.find((one) => one === get(KEYS.theme)) ?? 'system';
  const zone = get(KEYS.zone) ?? 'UTC';
  return { theme, zone: readZone(zone).ok ? zone : 'UTC', shortcuts: get(KEYS.shortcuts) !== 'off' };
}

export function keep({ theme, zone, shortcuts }: Kept): void {
  put(KEYS.theme, theme === 'system' ? null : theme);
  put(KEYS.zone, zone === 'UTC' ? null : zone);
  put(KEYS.shortcuts, shortcuts ? null : 'off');
}

/** A browser may be told to keep nothing at all; then these three are forgotten as well. */
function get(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function put(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Not kept, then.
  }
}
