import { type GatewaySettings, keep, type Theme } from '../state/index.ts';
import type { Context } from './context.ts';
import { readAgain } from './text.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function nextTheme(context: Context): void {
  const { theme } = context.store.state;
  setTheme(context, THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system');
  context.say(`Theme: ${context.store.state.theme}`);
}

export function setTheme({ store }: Context, theme: Theme): void {
  store.set({ theme });
  keep(store.state);
}

export function setZone(context: Context, zone: string): void {
  context.store.set({ zone });
  keep(context.store.state);
  readAgain(context);
}

export function setShortcuts({ store }: Context, shortcuts: boolean): void {
  store.set({ shortcuts });
  keep(store.state);
}

export function setGateway({ store }: Context, change: Partial<GatewaySettings>): void {
  store.set({ gateway: { ...store.state.gateway, ...change }, typing: true });
}

/** Back from an example's clock to the real one. */
export function setNow(context: Context, now: number | null): void {
  context.store.set({ now, at: null });
  readAgain(context);
}

/** The zone of the person's machine. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
