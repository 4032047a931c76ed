import { type Child, fill, make } from './make.ts';

export interface FoldParts {
  /** Stable: remembers whether it was open, and keeps the focus. */
  readonly id: string;
  readonly title: Child;
  readonly class?: string;
  /** Open until somebody closes it. */
  readonly open?: boolean;
}

const chosen = new Map<string, boolean>();

/** Opens or closes a fold that is on the page or will be. */
export function setOpen(id: string, open: boolean): void {
  chosen.set(id, open);
  const fold = document.getElementById(id)?.parentElement;
  if (fold instanceof HTMLDetailsElement) fold.open = open;
}

/** A part that opens; what is in it is made when it is first opened, or printed. */
export function fold({ id, title, class: classes = '', open = false }: FoldParts, content: () => Child): HTMLElement {
  const body = make('div', { class: 'fold-body' });
  const element = make('details', { class: `fold ${classes}`.trim() }, make('summary', { id }, title), body);
  element.open = chosen.get(id) ?? open;
  if (element.open) fill(body, content());
  element.addEventListener('toggle', () => {
    if (element.open && body.childNodes.length === 0) fill(body, content());
    if (!printing) chosen.set(id, element.open);
  });
  return element;
}

let printing = false;

/** Paper cannot be opened: everything is printed open, and closed again afterwards. */
export function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    printing = true;
    opened = [...document.querySelectorAll('details')].filter((one) => !one.open);
    for (const one of opened) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
    printing = false;
  });
}
