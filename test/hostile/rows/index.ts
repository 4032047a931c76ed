import { claimRows } from './claims.ts';
import { documentRows } from './documents.ts';
import { formRows } from './form.ts';
import { headerRows } from './header.ts';
import type { HostileInput, HostileRow } from './model.ts';
import { signatureRows } from './signature.ts';

export const hostileRows: readonly HostileRow[] = [
  ...signatureRows,
  ...headerRows,
  ...formRows,
  ...claimRows,
  ...documentRows,
];

/** Every input with the number of its row and a name for a test. */
export const hostileInputs: readonly (readonly [row: number, name: string, input: HostileInput])[] =
  hostileRows.flatMap(({ row, inputs = [] }) =>
    inputs.map((input) => [row, `${input.name} (${input.as})`, input] as const),
  );
