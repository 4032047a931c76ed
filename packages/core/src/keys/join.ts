import type { KeyReading } from './model.ts';

/** Several files of keys as one list; the form is that of the first. */
export function joinReadings(readings: readonly KeyReading[]): KeyReading {
  const [first] = readings;
  if (first !== undefined && readings.length === 1) return first;
  return {
    form: first?.form ?? 'unreadable',
    keys: readings.flatMap(({ keys }) => keys).map((key, index) => ({ ...key, index })),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
