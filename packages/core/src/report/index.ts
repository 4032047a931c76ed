export { type HtmlMeta, toHtml } from './html/to-html.ts';
export { SCHEMA_VERSION, stringifyDeep, toJson } from './json.ts';
export { toMarkdown } from './markdown/to-markdown.ts';
export type * from './model.ts';
export { sanitise } from './safe/sanitise.ts';
export { bad, code, dim, good, line, mark, strong, value, warn } from './span.ts';
export type { TextOptions } from './text/cells.ts';
export { toText } from './text/to-text.ts';
