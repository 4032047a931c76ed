import type { Report, Section } from '../model.ts';
import { blockHtml } from './blocks.ts';
import { html } from './escape.ts';
import { STYLE, STYLE_HASH } from './style.ts';

export interface HtmlMeta {
  /** BCP 47; `en` unless said. */
  readonly language?: string;
  /** One line at the end of the page: what wrote it, from what, when. */
  readonly footer?: string;
}

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * A report as a file that stands alone: no script, no address, no style but its own, and a policy
 * that holds it to that. For sharing; the page renders spans by itself.
 */
export function toHtml(report: Report, meta: HtmlMeta = {}): string {
  return `<!doctype html>
<html lang="${html(meta.language ?? 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${html(POLICY)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${html(report.title)}</h1>
${report.sections.map((section, at) => sectionHtml(section, idOf(report.sections, at))).join('\n')}
</main>
${meta.footer === undefined ? '' : `<footer>${html(meta.footer)}</footer>\n`}</body>
</html>
`;
}

/** An id stands once on a page; several verdicts have the same sections. */
function idOf(sections: readonly Section[], at: number): string {
  const id = sections[at]?.id ?? '';
  const before = sections.slice(0, at).filter((section) => section.id === id).length;
  return before === 0 ? id : `${id}-${before + 1}`;
}

function sectionHtml({ title, blocks }: Section, id: string): string {
  const heading = title === '' ? '' : `<h2>${html(title)}</h2>`;
  return `<section id="${html(id)}">\n${heading}<div>\n${blocks.map(blockHtml).join('\n')}\n</div>\n</section>`;
}
