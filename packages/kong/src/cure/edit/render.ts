import { stringify } from 'yaml';
import { shownValue, trueValue } from '../hidden.ts';
import type { ConfigValue } from '../model.ts';

/** How the file around a value is written. */
export interface Style {
  /** Inside `{}` or `[]`: one line, no block scalars. */
  readonly flow: boolean;
  /** The file is JSON: every string and key in double quotes. */
  readonly json: boolean;
  /** Columns between a key and the dashes of its list: 0 as decK dumps it, 2 as many write it. */
  readonly listIndent: number;
}

export interface Rendered {
  readonly text: string;
  readonly shown: string;
}

/** A value as it stands after `key:`, where the key stands at `column` (from 0). */
export function renderValue(value: ConfigValue, column: number, style: Style): Rendered {
  return {
    text: render(trueValue(value), column, style),
    shown: render(shownValue(value), column, style, true),
  };
}

/** Lines of a block map whose keys stand at `column`, the first one without its indentation. */
export function renderPairs(value: { readonly [name: string]: ConfigValue }, column: number, style: Style): Rendered {
  const of = (read: (value: ConfigValue) => unknown, masked: boolean) =>
    Object.entries(value)
      .map(([name, member]) => `${name}:${after(render(read(member), column, style, masked))}`)
      .join(`\n${' '.repeat(column)}`);
  return { text: of(trueValue, false), shown: of(shownValue, true) };
}

type Plain = { readonly [name: string]: unknown };

function render(value: unknown, column: number, style: Style, masked = false): string {
  if (typeof value === 'string') return renderText(value, column, style, masked);
  if (Array.isArray(value)) return renderList(value, column, style, masked);
  if (typeof value === 'object' && value !== null) return renderMap(value as Plain, column, style, masked);
  return String(value);
}

function renderText(value: string, column: number, style: Style, masked: boolean): string {
  if (style.json) return JSON.stringify(value);
  // A placeholder is never read again; quoting it would make it harder to read.
  if (masked && /^<[^\n]*>$/.test(value)) return value;
  if (value.includes('\n')) return style.flow ? JSON.stringify(value) : renderLiteral(value, column + 2);
  // decK and Kong read YAML 1.1: what is a number or a boolean there has to be quoted.
  const quoted = stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd();
  return style.flow && /^[^"'].*[,[\]{}]/.test(quoted) ? JSON.stringify(value) : quoted.replace(/^"(.*)"$/, unquote);
}

/** `yaml` quotes every text with `:` under 1.1; a URL reads better bare and means the same. */
function unquote(quoted: string, inner: string): string {
  return /^https?:\/\/[\w.~:/?=&%+-]*[\w/]$/.test(inner) ? inner : quoted;
}

function renderLiteral(value: string, column: number): string {
  if (/^[ \n]|[^\n\t\x20-\x7e]|\n\n$/.test(value)) return JSON.stringify(value);
  const chomp = value.endsWith('\n') ? '' : '-';
  const lines = value.replace(/\n$/, '').split('\n');
  return `|${chomp}${lines.map((text) => `\n${text === '' ? '' : ' '.repeat(column) + text}`).join('')}`;
}

function renderList(items: readonly unknown[], column: number, style: Style, masked: boolean): string {
  const scalars = items.every((item) => typeof item !== 'object' || item === null);
  const inner = { ...style, flow: true };
  if (style.flow || style.json || scalars) {
    return `[${items.map((item) => render(item, column, inner, masked)).join(', ')}]`;
  }
  const indent = column + style.listIndent;
  return items.map((item) => `\n${' '.repeat(indent)}- ${render(item, indent, style, masked).trimStart()}`).join('');
}

function renderMap(value: Plain, column: number, style: Style, masked: boolean): string {
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  if (style.flow || style.json) {
    const inner = { ...style, flow: true };
    const name = (key: string) => (style.json ? JSON.stringify(key) : key);
    const pad = style.json ? '' : ' ';
    const members = entries.map(([key, member]) => `${name(key)}: ${render(member, column, inner, masked)}`);
    return `{${pad}${members.join(', ')}${pad}}`;
  }
  const inner = column + 2;
  return entries
    .map(([key, member]) => `\n${' '.repeat(inner)}${key}:${after(render(member, inner, style, masked))}`)
    .join('');
}

function after(rendered: string): string {
  return rendered.startsWith('\n') ? rendered : ` ${rendered}`;
}
