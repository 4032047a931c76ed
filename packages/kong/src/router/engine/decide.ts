import type { Asked } from '../asked.ts';
import { type Doubt, evaluate, isDoubt, newTrail, type Trail, type Truth } from '../predicates/index.ts';
import type { Lookup } from './lookup.ts';
import type { Matcher } from './model.ts';

export type Decision =
  | { readonly kind: 'matched'; readonly matcher: Matcher; readonly trail: Trail }
  | { readonly kind: 'none' }
  | { readonly kind: 'doubt'; readonly matcher: Matcher; readonly doubt: Doubt }
  /** Equal but for ids that Kong makes up. */
  | { readonly kind: 'tied'; readonly matchers: readonly Matcher[] };

/** The first clause that fails or cannot be told decides. */
export function tryMatcher({ clauses }: Matcher, asked: Asked, trail: Trail): Truth {
  let doubt: Doubt | undefined;
  for (const { expression } of clauses) {
    const truth = evaluate(expression, asked, trail);
    if (truth === false) return false;
    if (isDoubt(truth)) doubt ??= truth;
  }
  return doubt ?? true;
}

/** The best matcher that matches. `matchers` in the order of their rank, `lookup` made of them. */
export function decide(matchers: readonly Matcher[], lookup: Lookup, asked: Asked): Decision {
  const candidates = lookup.candidates(asked);
  for (let i = 0; i < candidates.length; i++) {
    const matcher = matchers[candidates[i] ?? -1];
    if (matcher === undefined || candidates[i] === candidates[i - 1]) continue;
    const trail = newTrail();
    const truth = tryMatcher(matcher, asked, trail);
    if (isDoubt(truth)) return { kind: 'doubt', matcher, doubt: truth };
    if (!truth) continue;
    const equals = equalsOf(matcher, candidates.slice(i + 1), matchers, asked);
    return equals.length > 0 ? { kind: 'tied', matchers: [matcher, ...equals] } : { kind: 'matched', matcher, trail };
  }
  return { kind: 'none' };
}

/** Others of the same priority that match as well, where an id that is made up decides between them. */
function equalsOf(best: Matcher, after: readonly number[], matchers: readonly Matcher[], asked: Asked): Matcher[] {
  const equals: Matcher[] = [];
  for (const rank of after) {
    const other = matchers[rank];
    if (other === undefined || other.priority !== best.priority) break;
    if (other.route === best.route || (best.id !== '' && other.id !== '')) continue;
    if (tryMatcher(other, asked, newTrail()) !== false && !equals.includes(other)) equals.push(other);
  }
  return equals;
}
