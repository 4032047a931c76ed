import type { Anatomy } from './anatomy.ts';
import { leafDifferences, slice } from './leaf.ts';
import { type Difference, isEmpty, textOf } from './model.ts';

const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
]);

export function portDifferences(a: string, one: Anatomy, b: string, other: Anatomy): readonly Difference[] {
  const both = { part: 'port', a: one.port, b: other.port } as const;
  const numbers = [portNumber(a, one), portNumber(b, other)];
  if (isEmpty(one.port) !== isEmpty(other.port)) {
    return [
      {
        kind: numbers[0] === numbers[1] || isDefault(a, one) || isDefault(b, other) ? 'default-port' : 'port',
        ...both,
      },
    ];
  }
  const found = leafDifferences(slice(a, one.port), slice(b, other.port), 'port', 'port');
  return found.some(({ kind }) => kind === 'port') ? [{ kind: 'port', ...both }] : found;
}

/** What the port is without being written, for this scheme; `undefined` for others. */
function portNumber(text: string, anatomy: Anatomy): string | undefined {
  const written = textOf(text, anatomy.port).slice(1);
  return written === ''
    ? DEFAULT_PORTS.get(textOf(text, anatomy.scheme).toLowerCase())
    : written.replace(/^0+(?=\d)/, '');
}

function isDefault(text: string, anatomy: Anatomy): boolean {
  return (
    !isEmpty(anatomy.port) &&
    portNumber(text, anatomy) === DEFAULT_PORTS.get(textOf(text, anatomy.scheme).toLowerCase())
  );
}
