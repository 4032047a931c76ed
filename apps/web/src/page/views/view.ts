import type { Context } from '../actions/index.ts';

/** One view of the page. A later feature adds a file of this shape and a line in `index.ts`. */
export interface View {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** The key that shows it. */
  readonly key: string;
  /** Made when it is shown; what changes afterwards, it follows by the store. */
  render(context: Context): HTMLElement;
}
