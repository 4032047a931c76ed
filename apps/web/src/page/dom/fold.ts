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
/** What makes the content of a fold that was not opened yet. */
const unmade = new WeakMap<Element, () => void>();

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
  unmade.set(element, () => fill(body, content()));
  element.open = chosen.get(id) ?? open;
  if (element.open) makeContent(element);
  element.addEventListener('toggle', () => {
    if (element.open) makeContent(element);
    if (!printing) chosen.set(id, element.open);
  });
  return element;
}

function makeContent(element: Element): void {
  const render = unmade.get(element);
  unmade.delete(element);
  render?.();
}

let printing = false;

/** Paper cannot be opened: everything is printed open, folds in folds too, and closed again afterwards. */
export function openForPrint(): void {
  const opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    printing = true;
    for (let closed = shut(); closed.length > 0; closed = shut())
      for (const one of closed) {
        one.open = true;
        // The event that does so comes too late for the paper.
        makeContent(one);
        opened.push(one);
      }
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened.splice(0)) one.open = false;
    // The events of opening and closing are still to come.
    setTimeout(() => {
      printing = false;
    });
  });
}

const shut = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
