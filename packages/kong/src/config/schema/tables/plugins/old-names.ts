import type { Shorthand } from '../../field.ts';
import type { Setting } from '../common.ts';
import { has } from '../dated.ts';

type Expand = Shorthand['expand'];

const KINDS = {
  text: (value: unknown): boolean => typeof value === 'string' && value !== '',
  anyText: (value: unknown): boolean => typeof value === 'string',
  number: (value: unknown): boolean => typeof value === 'number',
  integer: (value: unknown): boolean => Number.isInteger(value),
  boolean: (value: unknown): boolean => typeof value === 'boolean',
} as const;

export type Kind = keyof typeof KINDS;

/** A name that a field had once, and what it stands for. */
export const oldName = (kind: Kind, expand: Expand): Shorthand => ({
  accepts: (value) => value === null || KINDS[kind](value),
  expand,
});

/** A name that is given up: what is written under the new one wins, and since 3.8 they must not differ. */
export const replacedName = (setting: Setting, kind: Kind, path: string): Shorthand => ({
  ...oldName(kind, (value) => nested(path.split('.'), value)),
  deprecated: true,
  ...(has(setting, '3.8') ? { replacedWith: path } : {}),
});

function nested([step = '', ...rest]: readonly string[], value: unknown): Readonly<Record<string, unknown>> {
  return { [step]: rest.length === 0 ? value : nested(rest, value) };
}
