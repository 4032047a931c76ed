import { isAtLeast } from '../../../versions/index.ts';
import type { EntityCheck, Field } from '../field.ts';
import type { Setting } from './common.ts';

type Fields = Readonly<Record<string, Field>>;

/** Fields that are there from a release on (`3.3`). */
export const since = ({ rules }: Setting, release: string, fields: Fields): Fields =>
  isAtLeast(rules.version, release) ? fields : {};

/** Fields that were there until a release took them away or gave them another form. */
export const before = ({ rules }: Setting, release: string, fields: Fields): Fields =>
  isAtLeast(rules.version, release) ? {} : fields;

/** Words, checks or whatever else a list holds from a release on. */
export const added = <Value>({ rules }: Setting, release: string, values: readonly Value[]): readonly Value[] =>
  isAtLeast(rules.version, release) ? values : [];

export const has = ({ rules }: Setting, release: string): boolean => isAtLeast(rules.version, release);

/** `then` must be there where `if` has the value. */
export const needs = (field: string, value: string | boolean, then: string): EntityCheck => ({
  kind: 'conditional',
  if: field,
  matches: { eq: value },
  then,
  must: { required: true },
});
