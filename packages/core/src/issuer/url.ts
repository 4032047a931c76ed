import { type Anatomy, type AnatomyPart, hasScheme } from './anatomy.ts';
import { hostDifferences } from './host.ts';
import { leafDifferences, type Slice, slice } from './leaf.ts';
import { type Difference, isEmpty, type Range, textOf } from './model.ts';
import { pathDifferences } from './path.ts';
import { portDifferences } from './port.ts';

/** A string with its parts. */
export interface Taken {
  readonly text: string;
  readonly parts: Anatomy;
}

export function urlDifferences(a: Taken, b: Taken): readonly Difference[] {
  const part = (name: AnatomyPart): [Slice, Slice] => [slice(a.text, a.parts[name]), slice(b.text, b.parts[name])];
  const hosts = [a, b].map(({ text, parts }) => textOf(text, parts.host).toLowerCase());
  return [
    ...schemeDifferences(a, b),
    ...optional(...part('userinfo'), 'userinfo'),
    ...hostDifferences(...part('host')),
    ...portDifferences(a.text, a.parts, b.text, b.parts),
    ...pathDifferences(...part('path'), hosts),
    ...optional(...part('query'), 'query'),
    ...optional(...part('fragment'), 'fragment'),
  ];
}

const WEB_SCHEMES = ['http', 'https'];

function schemeDifferences(a: Taken, b: Taken): readonly Difference[] {
  if (hasScheme(a.parts) !== hasScheme(b.parts)) {
    const until = ({ scheme, slashes }: Anatomy): Range => ({ from: scheme.from, to: slashes.to });
    return [{ kind: 'scheme-missing', part: 'scheme', a: until(a.parts), b: until(b.parts) }];
  }
  const [one, other] = [textOf(a.text, a.parts.scheme).toLowerCase(), textOf(b.text, b.parts.scheme).toLowerCase()];
  const isOther = one !== other && WEB_SCHEMES.includes(one) && WEB_SCHEMES.includes(other);
  const leaf = (name: 'scheme' | 'slashes', generic: string): readonly Difference[] =>
    leafDifferences(slice(a.text, a.parts[name]), slice(b.text, b.parts[name]), 'scheme', generic);
  const scheme: readonly Difference[] = isOther
    ? [{ kind: 'scheme', part: 'scheme', a: a.parts.scheme, b: b.parts.scheme }]
    : leaf('scheme', 'scheme');
  return [...scheme, ...leaf('slashes', 'scheme-slashes')];
}

function optional(a: Slice, b: Slice, kind: 'userinfo' | 'query' | 'fragment'): readonly Difference[] {
  if (isEmpty(a.range) !== isEmpty(b.range)) return [{ kind, part: kind, a: a.range, b: b.range }];
  return leafDifferences(a, b, kind, kind);
}
