import { showInstant } from '@why401/core/timeline';
import type { Context } from '../actions/index.ts';
import { svgElement } from '../dom/index.ts';
import type { Picture } from './timeline-data.ts';

const MINUTE = 60_000;
/** Milliseconds for each key; with Shift ten times as many. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -MINUTE,
  ArrowRight: MINUTE,
  ArrowDown: -MINUTE,
  ArrowUp: MINUTE,
  PageDown: -60 * MINUTE,
  PageUp: 60 * MINUTE,
};

export interface Handle {
  readonly element: SVGElement;
  /** Moves it to where the picture says. */
  place(picture: Picture, height: number): void;
}

/** The line “valid at”, to be dragged or moved by keys. */
export function createHandle({ store }: Context, root: SVGElement, current: () => Picture | undefined): Handle {
  const line = svgElement('line', { class: 'handle-line' });
  const grip = svgElement('rect', { class: 'handle-grip', width: '12', height: '16', rx: '4' });
  const element = svgElement(
    'g',
    { class: 'handle', role: 'slider', tabindex: '0', id: 'timeline-handle', 'aria-label': 'Valid at' },
    line,
    grip,
  );

  const set = (at: number) => {
    const picture = current();
    if (picture === undefined) return;
    const { from, until } = picture.scale;
    store.set({ at: Math.round(Math.min(until, Math.max(from, at)) / 1000) * 1000, typing: false });
  };
  const drag = (event: PointerEvent) => {
    const picture = current();
    if (picture === undefined) return;
    const box = root.getBoundingClientRect();
    const width = Number(picture.svg.attributes.width ?? 960);
    const x = ((event.clientX - box.left) / box.width) * width;
    const share = (x - picture.left) / (picture.right - picture.left);
    set(picture.scale.from + share * (picture.scale.until - picture.scale.from));
  };
  root.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    drag(event);
    event.preventDefault();
    element.focus();
  });
  root.addEventListener('pointermove', (event) => {
    if (root.hasPointerCapture(event.pointerId)) drag(event);
  });
  element.addEventListener('keydown', (event) => {
    const picture = current();
    if (picture === undefined) return;
    const step = KEYS[event.key];
    if (step !== undefined) set(picture.at + step * (event.shiftKey ? 10 : 1));
    else if (event.key === 'Home') set(picture.scale.from);
    else if (event.key === 'End') set(picture.scale.until);
    else return;
    event.preventDefault();
  });

  return {
    element,
    place(picture, height) {
      const { from, until } = picture.scale;
      const share = Math.min(1, Math.max(0, (picture.at - from) / (until - from)));
      const x = String(Math.round((picture.left + share * (picture.right - picture.left)) * 10) / 10);
      for (const [name, value] of Object.entries({ x1: x, x2: x, y1: '34', y2: String(height - 64) }))
        line.setAttribute(name, value);
      grip.setAttribute('x', String(Number(x) - 6));
      grip.setAttribute('y', '31');
      element.setAttribute('aria-valuemin', String(Math.round(from / 1000)));
      element.setAttribute('aria-valuemax', String(Math.round(until / 1000)));
      element.setAttribute('aria-valuenow', String(Math.round(picture.at / 1000)));
      element.setAttribute('aria-valuetext', showInstant(picture.at, store.state.zone));
    },
  };
}
