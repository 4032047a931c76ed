import type { Report, Section } from '@why401/core/report';
import { type Child, make } from '../dom/index.ts';
import { block } from './blocks.ts';

export const sectionOf = (report: Report, id: string): Section | undefined =>
  report.sections.find((section) => section.id === id);

/** A section with its title, as it stands in the margin of the terminal. */
export function section({ title, blocks, id }: Section, level: 'h2' | 'h3' = 'h2'): HTMLElement {
  return make(
    'section',
    { class: `part part-${id.replace(/[^a-z-]/g, '')}` },
    title === '' ? null : make(level, {}, title),
    ...blocks.flatMap((one): Child[] => block(one, title === '' ? 'Details' : title)),
  );
}

/** Everything, in order. */
export const sections = (report: Report, without: readonly string[] = []): HTMLElement[] =>
  report.sections.filter(({ id }) => !without.includes(id)).map((one) => section(one));
