import { hasScheme } from './anatomy.ts';
import { leafDifferences, slice } from './leaf.ts';
import { type Difference, isEmpty, textOf } from './model.ts';
import type { Taken } from './url.ts';

/** What stands in front of the identifier: white space, a quote, a byte order mark. */
export function leadDifferences(a: Taken, b: Taken): readonly Difference[] {
  return leafDifferences(slice(a.text, a.parts.lead), slice(b.text, b.parts.lead), 'around', 'angle-brackets');
}

/** What stands behind it: white space, a quote, the comma of the sentence. */
export function tailDifferences(a: Taken, b: Taken): readonly Difference[] {
  const [one, other] = [textOf(a.text, a.parts.tail), textOf(b.text, b.parts.tail)];
  const tails = [slice(a.text, a.parts.tail), slice(b.text, b.parts.tail)] as const;
  if ((one === '.' && other === '' && endsWithHost(a)) || (other === '.' && one === '' && endsWithHost(b))) {
    return [{ kind: 'root-dot', part: 'host', a: a.parts.tail, b: b.parts.tail }];
  }
  return leafDifferences(...tails, 'around', one + other === '>' ? 'angle-brackets' : 'punctuation-at-end');
}

const endsWithHost = ({ parts }: Taken): boolean =>
  hasScheme(parts) && isEmpty(parts.path) && isEmpty(parts.query) && isEmpty(parts.fragment);
