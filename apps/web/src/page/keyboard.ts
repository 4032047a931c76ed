import { type Context, nextTheme } from './actions/index.ts';
import { show } from './router.ts';
import type { View } from './views/index.ts';

/** Single keys act outside of fields only, never with a modifier, and can be switched off (WCAG 2.1.4). */
export function keyboard(context: Context, views: readonly View[]): void {
  const { store } = context;
  const keys: Readonly<Record<string, () => void>> = {
    '/': () => document.getElementById('box')?.focus(),
    t: () => nextTheme(context),
    c: () => document.getElementById('copy-cure')?.click(),
    '?': () => store.set({ help: !store.state.help }),
    ...Object.fromEntries(views.map(({ key, id }) => [key, () => show(context, id)])),
  };
  window.addEventListener('keydown', (event) => {
    if (!store.state.shortcuts || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isField(event.target) || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]?.();
  });
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
