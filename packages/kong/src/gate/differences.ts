import type { Judgement, Upstream } from '../judgement/index.ts';
import { fromBytes } from '../wire/index.ts';

/** One thing in which two answers differ. Null: not there. Texts are decoded. */
export interface AnswerDifference {
  /** `outcome`, `status`, `body`, `header.www-authenticate`, `route`, `service`, `upstream.path`, `upstream.header.x-consumer-id` */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * What a client, the upstream and whoever looks at routes would see otherwise. Undefined where one of the two could not
 * be decided: that is never equal.
 */
export function answerDifferences(before: Judgement, after: Judgement): readonly AnswerDifference[] | undefined {
  if (before.outcome === 'undetermined' || after.outcome === 'undetermined') return undefined;
  const found: AnswerDifference[] = [];
  const compare = (field: string, a: string | null, b: string | null): void => {
    if (a !== b) found.push({ field, before: decoded(a), after: decoded(b) });
  };
  compare('outcome', before.outcome, after.outcome);
  compare('status', text(before.reply?.status), text(after.reply?.status));
  compare('body', before.reply?.body ?? null, after.reply?.body ?? null);
  const headers = (one: Judgement): Pairs => one.reply?.headers ?? one.added ?? [];
  for (const [name, a, b] of both(headers(before), headers(after))) compare(`header.${name}`, a, b);
  compare(
    'route',
    before.route && (before.route.name ?? before.route.id),
    after.route && (after.route.name ?? after.route.id),
  );
  compare('service', nameOf(before), nameOf(after));
  if (before.upstream === null || after.upstream === null) return found;
  compare('upstream.path', before.upstream.path, after.upstream.path);
  const sent = ({ headers, forwarded = [] }: Upstream): Pairs => [...headers, ...forwarded];
  for (const [name, a, b] of both(sent(before.upstream), sent(after.upstream)))
    compare(`upstream.header.${name}`, a, b);
  return found;
}

const nameOf = ({ service }: Judgement): string | null => service && (service.name ?? service.id);

const text = (status: number | undefined): string | null => (status === undefined ? null : String(status));

const decoded = (bytes: string | null): string | null => (bytes === null ? null : fromBytes(bytes));

/** Each name of either side with its values on both, in the order in which they come. */
function both(a: Pairs, b: Pairs): readonly (readonly [name: string, a: string | null, b: string | null])[] {
  const [left, right] = [grouped(a), grouped(b)];
  return [...new Set([...left.keys(), ...right.keys()])].map((name) => [
    name,
    left.get(name) ?? null,
    right.get(name) ?? null,
  ]);
}

function grouped(pairs: Pairs): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const [name, value] of pairs) {
    const known = out.get(name);
    out.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return out;
}
