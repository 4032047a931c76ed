import type { Block, Line, Section } from '../../report/index.ts';
import { KEPT_CLAIMS } from '../claims.ts';
import { HIDDEN } from '../model.ts';

type Table = Extract<Block, { kind: 'table' }>;

const NAME_COLUMNS: ReadonlySet<string> = new Set(['name', 'claim']);
const VALUE_COLUMNS: ReadonlySet<string> = new Set(['value', 'found']);

/**
 * Hides values of claims by where they stand, so that a report is safe to share even if nobody
 * told which values are personal: the value column of a table of claims, and the raw text of a
 * token's parts.
 */
export function hideClaims({ id, title, blocks }: Section): Section {
  return { id, title, blocks: blocks.map((block) => hideInBlock(block, id)) };
}

function hideInBlock(block: Block, section: string): Block {
  if (block.kind === 'table') return hideInTable(block);
  if (block.kind === 'text' && section === 'parts') return { ...block, lines: block.lines.map(hideValues) };
  return block;
}

function hideInTable(table: Table): Table {
  const nameAt = table.head.findIndex((head) => NAME_COLUMNS.has(head));
  const valueAt = table.head.findIndex((head) => VALUE_COLUMNS.has(head));
  if (nameAt < 0 || valueAt < 0) return table;
  const rows = table.rows.map((row) => {
    const name = (row[nameAt] ?? []).map(({ text }) => text).join('');
    return KEPT_CLAIMS.has(name) ? row : row.map((cell, at) => (at === valueAt ? hideValues(cell) : cell));
  });
  return { ...table, rows };
}

const hideValues = (line: Line): Line => line.map((span) => (span.tone === 'value' ? { ...span, text: HIDDEN } : span));
