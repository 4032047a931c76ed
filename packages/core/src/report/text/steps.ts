import type { StepLine } from '../model.ts';
import { widthOf } from '../safe/width.ts';
import { groupSteps } from '../silent.ts';
import { blanks, cell, type Row, rowOf, rowWidth, safeText, type TextOptions } from './cells.ts';
import { STEP_SYMBOLS, symbolOf } from './symbols.ts';
import { wrap } from './wrap.ts';

const GAP = 2;
/** A longer name pushes its own detail to the right, not everybody's. */
const LONGEST_NAME = 16;

/** `ok  credential  0 of 37 keys equal iss      kong/plugins/jwt/handler.lua@3.9` */
export function stepRows(steps: readonly StepLine[], options: TextOptions): readonly Row[] {
  const names = steps
    .filter((step) => step.outcome !== 'not-reached')
    .map(({ name }) => widthOf(safeText(name, 'plain', options)));
  const nameWidth = Math.max(...names.filter((width) => width <= LONGEST_NAME), 0);
  return groupSteps(steps).flatMap((group) =>
    'step' in group ? oneStep(group.step, nameWidth, options) : notReachedRows(group.notReached, options),
  );
}

function oneStep(step: StepLine, nameWidth: number, options: TextOptions): readonly Row[] {
  const symbol = cell(symbolOf(step.outcome, options.unicode), STEP_SYMBOLS[step.outcome].tone);
  const name = safeText(step.name, 'plain', options);
  const head: Row = [
    symbol,
    blanks(GAP),
    cell(name, step.outcome === 'fail' ? 'strong' : 'plain'),
    blanks(nameWidth - widthOf(name) + GAP),
  ];
  const indent = rowWidth(head);
  const [first = [], ...more] = wrap(rowOf(step.detail, options), options.width - indent);
  const rows: Row[] = [[...head, ...first], ...more.map((row) => [blanks(indent), ...row])];
  if (step.basis === undefined) return rows;
  const basis = cell(safeText(step.basis, 'dim', options), 'dim');
  const last = rows.at(-1) ?? [];
  if (rowWidth(last) + GAP + widthOf(basis.text) <= options.width)
    rows[rows.length - 1] = [...last, blanks(GAP), basis];
  else rows.push([blanks(indent), basis]);
  return rows;
}

/** `--  algorithm, key, signature: not reached` */
function notReachedRows(names: readonly string[], options: TextOptions): readonly Row[] {
  const symbol = symbolOf('not-reached', options.unicode);
  const listed = names.map((name) => safeText(name, 'plain', options)).join(', ');
  const head: Row = [cell(symbol, 'dim'), blanks(GAP)];
  const indent = rowWidth(head);
  const [first = [], ...more] = wrap([cell(`${listed}: not reached`, 'dim')], options.width - indent);
  return [[...head, ...first], ...more.map((row) => [blanks(indent), ...row])];
}
