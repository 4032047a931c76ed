import type { AlignedRow, Block, Line, Report, StepLine } from '../../report/index.ts';
import { endsInPrivateKey, privateKeyEnd } from '../find/pem.ts';
import { type Finder, HIDDEN, type Known, REDACTED } from '../model.ts';
import { replace, replaceInParts } from '../replace.ts';
import { hideClaims } from './claims.ts';
import { findersFor } from './text.ts';

/** The report without tokens, secrets and personal values; looks across spans, and across lines for PEM. */
export function redactReport(report: Report, known: Known = {}): Report {
  const { raw: find, whole } = findersFor(known);
  const text = (value: string): string => replace(value, find(value));
  return {
    title: text(report.title),
    sections: report.sections.map(hideClaims).map(({ id, title, blocks }) => ({
      id,
      title: text(title),
      blocks: blocks.map((block) => redactBlock(hideWhole(block, whole), find)),
    })),
  };
}

function redactBlock(block: Block, find: Finder): Block {
  const text = (value: string): string => replace(value, find(value));
  const line = (spans: Line): Line => redactLine(spans, find);
  switch (block.kind) {
    case 'text':
      return { ...block, lines: redactLines(block.lines, find) };
    case 'verbatim':
      return { ...block, lines: redactLines(block.lines, find), ...(block.aside ? { aside: line(block.aside) } : {}) };
    case 'aligned':
      return redactAligned(block, text);
    case 'frame': {
      const lines = redactLines(
        block.lines.map((one) => [{ text: one.text }]),
        find,
      );
      return {
        ...block,
        file: text(block.file),
        lines: block.lines.map((one, at) => ({ ...one, text: joined(lines[at] ?? []) })),
      };
    }
    case 'steps':
      return {
        ...block,
        steps: block.steps.map((step) => redactStep(step, find)),
      };
    case 'table':
      return { ...block, head: block.head.map(text), rows: block.rows.map((row) => row.map(line)) };
    case 'code':
      return {
        ...block,
        lines: redactLines(
          block.lines.map((one) => [{ text: one }]),
          find,
        ).map(joined),
      };
  }
}

/** A span that is a claim's value and nothing else, however short it is. */
function hideWhole(block: Block, whole: ReadonlySet<string>): Block {
  const line = (spans: Line): Line =>
    spans.map((span) =>
      span.tone === 'value' && whole.has(span.text.replace(/^"(.*)"$/s, '$1')) ? { ...span, text: HIDDEN } : span,
    );
  switch (block.kind) {
    case 'text':
    case 'verbatim':
      return { ...block, lines: block.lines.map(line) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(line)) };
    case 'steps':
      return { ...block, steps: block.steps.map((step) => ({ ...step, detail: line(step.detail) })) };
    default:
      return block;
  }
}

const joined = (line: Line): string => line.map(({ text }) => text).join('');

function redactStep(step: StepLine, find: Finder): StepLine {
  const text = (value: string): string => replace(value, find(value));
  const rest = step.basis === undefined ? {} : { basis: text(step.basis) };
  return { ...step, name: text(step.name), detail: redactLine(step.detail, find), ...rest };
}

function redactLine(spans: Line, find: Finder): Line {
  const findings = find(joined(spans));
  if (findings.length === 0) return spans;
  const texts = replaceInParts(
    spans.map(({ text }) => text),
    findings,
  );
  return spans.map((span, at) => ({ ...span, text: texts[at] ?? '' }));
}

function redactLines(lines: readonly Line[], find: Finder): readonly Line[] {
  let inKey = false;
  return lines.map((spans) => {
    const text = joined(spans);
    const began = inKey;
    inKey = endsInPrivateKey(text, inKey);
    if (!began) return redactLine(spans, find);
    const end = privateKeyEnd(text);
    const rest = text.slice(end);
    return [{ text: REDACTED + replace(rest, find(rest)) }];
  });
}

/** When a value had to be changed, gaps and marks would no longer fall where they should. */
function redactAligned(block: Extract<Block, { kind: 'aligned' }>, text: (value: string) => string): Block {
  const changed = block.rows.some(({ value }) => text(value) !== value);
  const rows = block.rows.map(
    ({ source, name, value, place, gaps }): AlignedRow => ({
      source: text(source),
      name: text(name),
      value: text(value),
      ...(place === undefined ? {} : { place: text(place) }),
      ...(gaps === undefined || changed ? {} : { gaps }),
    }),
  );
  const marks = block.marks.map(({ at, length, note }) =>
    changed ? { at: 0, length: 1, note: text(note) } : { at, length, note: text(note) },
  );
  return { kind: 'aligned', rows, marks };
}
