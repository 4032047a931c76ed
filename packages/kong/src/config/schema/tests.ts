import { toBytes } from '../../wire/index.ts';
import type { Field, Pattern } from './field.ts';
import { isTable } from './table.ts';

type Tester = (field: Field, value: unknown) => string | undefined;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The tests on a value of the right type, in Kong's order (`Schema.validators_order`). */
const TESTERS: readonly Tester[] = [
  (field, value) => (field.eq !== undefined && value !== field.eq ? `value must be ${field.eq}` : undefined),
  (field, value) => (field.ne !== undefined && value === field.ne ? `value must not be ${String(value)}` : undefined),
  (field, value) => (field.notOneOf?.includes(value) ? `must not be one of: ${field.notOneOf.join(', ')}` : undefined),
  (field, value) =>
    field.oneOf && !field.oneOf.includes(value) ? `expected one of: ${field.oneOf.join(', ')}` : undefined,
  (field, value) =>
    field.gt !== undefined && !((value as number) > field.gt) ? `value must be greater than ${field.gt}` : undefined,
  (field, value) => (field.timestamp && !((value as number) > 0) ? 'expected a valid timestamp' : undefined),
  (field, value) => (field.uuid && !UUID.test(value as string) ? 'expected a valid UUID' : undefined),
  between,
  (field, value) =>
    field.lengthEquals !== undefined && lengthOf(value) !== field.lengthEquals
      ? `length must be ${field.lengthEquals}`
      : undefined,
  lengthMin,
  (field, value) =>
    field.lengthMax !== undefined && sizeOf(value) > field.lengthMax
      ? `length must be at most ${field.lengthMax}`
      : undefined,
  (field, value) =>
    field.startsWith !== undefined && !(value as string).startsWith(field.startsWith)
      ? `should start with: ${field.startsWith}`
      : undefined,
  (field, value) => firstFault(field.matchNone, (pattern) => pattern.test(value as string)),
  (field, value) => (field.match && !field.match.test(value as string) ? `invalid value: ${String(value)}` : undefined),
  (field, value) => firstFault(field.matchAll, (pattern) => !pattern.test(value as string)),
  matchAny,
  (field, value) =>
    field.contains !== undefined && !(value as unknown[]).includes(field.contains)
      ? `expected to contain: ${String(field.contains)}`
      : undefined,
  (field, value) => (field.test as Tester1 | undefined)?.(value),
  exclusiveSets,
];

type Tester1 = (value: unknown) => string | undefined;

/** Runs the tests that `field` asks for on a value of the right type. */
export function runTests(field: Field, value: unknown): string | undefined {
  for (const tester of TESTERS) {
    const fault = tester(field, value);
    if (fault !== undefined) return field.fault ?? fault;
  }
  return undefined;
}

/** The text shows whole numbers only. */
function between(field: Field, value: unknown): string | undefined {
  if (!field.between) return undefined;
  const [least, most] = field.between;
  const number = value as number;
  return number < least || number > most
    ? `value should be between ${Math.trunc(least)} and ${Math.trunc(most)}`
    : undefined;
}

/** Texts are not empty unless their field says so. */
function lengthMin(field: Field, value: unknown): string | undefined {
  const least = field.lengthMin ?? (field.type === 'string' ? 1 : undefined);
  return least !== undefined && lengthOf(value) < least ? `length must be at least ${least}` : undefined;
}

function matchAny(field: Field, value: unknown): string | undefined {
  if (!field.matchAny) return undefined;
  const { patterns, fault } = field.matchAny;
  return patterns.some((pattern) => pattern.test(value as string)) ? undefined : (fault ?? `invalid value: ${value}`);
}

function firstFault(
  patterns: readonly Pattern[] | undefined,
  faulty: (pattern: RegExp) => boolean,
): string | undefined {
  return patterns?.find(({ pattern }) => faulty(pattern))?.fault;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return isTable(value) ? Object.keys(value).length : 0;
}

/** Texts are counted in bytes. */
function sizeOf(value: unknown): number {
  return lengthOf(typeof value === 'string' ? toBytes(value) : value);
}

function exclusiveSets(field: Field, value: unknown): string | undefined {
  if (!field.exclusiveSets || !Array.isArray(value)) return undefined;
  const met = new Set<readonly string[]>();
  for (const element of value) {
    const home = field.exclusiveSets.find((set) => set.includes(element));
    if (home) met.add(home);
  }
  return met.size > 1 ? `these sets are mutually exclusive: ${quotedSets([...met])}` : undefined;
}

function quotedSets(sets: readonly (readonly string[])[]): string {
  return sets.map((set) => `(${quoted(set)})`).join(', ');
}

/** `'methods', 'hosts'` */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
