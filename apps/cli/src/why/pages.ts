import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, Line, Report, Section } from '@why401/core/report';

/** Beside the program where it is packed; in the source of the project otherwise. */
const FOLDERS = [
  join(import.meta.dirname, '..', 'rules'),
  join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'rules'),
];

const folder = (): string | undefined => FOLDERS.find((one) => existsSync(one));

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** The page of a rule; undefined where there is no rule of that name. */
export function rulePage(id: string): string | undefined {
  const place = folder();
  if (place === undefined || !NAME.test(id)) return undefined;
  const file = join(place, `${id}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Rules whose names hold these words, for a name that is nearly right. */
export function rulesLike(id: string): readonly string[] {
  const place = folder();
  const words = id.split('-').filter((word) => word.length > 2);
  if (place === undefined || !NAME.test(id) || words.length === 0) return [];
  const shared = (name: string): number => words.filter((word) => name.split('-').includes(word)).length;
  return readdirSync(place)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3))
    .filter((name) => shared(name) * 2 >= words.length)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, 5);
}

/** A page as a report: its headings are sections, what stands between fences is code. */
export function pageReport(id: string, page: string): Report {
  const [, ...parts] = page.split(/^## /m);
  return { title: id, sections: [titleSection(id), ...parts.map(sectionOf)] };
}

const titleSection = (id: string): Section => ({
  id: 'rule',
  title: '',
  blocks: [{ kind: 'text', lines: [[{ text: id, tone: 'strong' }]] }],
});

function sectionOf(part: string): Section {
  const [title = '', ...lines] = part.split('\n');
  return { id: title.toLowerCase().replaceAll(' ', '-'), title, blocks: blocksOf(lines) };
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let fenced: string[] | undefined;
  const end = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'text', lines: [spansOf(paragraph.join(' '))] });
    paragraph = [];
  };
  for (const text of lines) {
    if (text.startsWith('```')) {
      end();
      if (fenced !== undefined)
        blocks.push({ kind: 'verbatim', lines: fenced.map((one) => [{ text: one, tone: 'value' }]) });
      fenced = fenced === undefined ? [] : undefined;
    } else if (fenced !== undefined) fenced.push(text);
    else if (text.trim() === '') end();
    else {
      if (/^[-*] /.test(text)) end();
      paragraph.push(text.trim());
    }
  }
  end();
  return blocks;
}

/** Of Markdown only what stands between backticks is told apart. */
const spansOf = (text: string): Line =>
  text.split('`').map((part, at) => (at % 2 === 1 ? { text: part, tone: 'code' as const } : { text: part }));
