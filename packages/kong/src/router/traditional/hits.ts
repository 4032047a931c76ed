import { lookUpHeader } from '../../wire/index.ts';
import type { Asked } from '../asked.ts';
import { TextIndex } from '../engine/index.ts';
import { type SplitHost, splitPort } from '../host.ts';
import { type Doubt, isDoubt, type Truth } from '../predicates/index.ts';
import { RUNAWAY } from '../regex/index.ts';
import { BITS, type Placed, type Uri, type WildcardHost } from './entry.ts';

/** What of a request is known to some Route, whichever it is; it decides where the search begins and how. */
export interface Hits {
  readonly bits: number;
  /** Name of the first header that some Route asks for. */
  readonly header: string | undefined;
  /** Text of the wildcard that the host fits. */
  readonly host: string | undefined;
  /** Text of the path: of the first regex that matches, else the path itself, else the longest prefix. */
  readonly uri: string | undefined;
  /** Every prefix that the path begins with, the longest first. */
  readonly prefixes: readonly string[];
  readonly split: SplitHost;
}

/** Something that is looked for in the order of the entries. */
interface Ordered<What> {
  readonly what: What;
  readonly tier: number;
}

/** Everything that entries mention, in their order. */
export class HitIndex {
  /** Names that one entry brought in stand together: which of them comes first is up to the order of a Lua table. */
  private readonly headers: (readonly string[])[] = [];
  private readonly hosts = new Set<string>();
  private readonly wildcards: Ordered<WildcardHost>[] = [];
  private readonly regexes: Ordered<Uri>[] = [];
  private readonly regexStarts = new TextIndex<number[]>(() => []);
  private readonly prefixes = new Set<string>();
  private readonly lengths: number[] = [];
  private readonly methods = new Set<string>();
  private readonly snis = new Set<string>();

  constructor(entries: readonly Placed[]) {
    const headers = new Set<string>();
    const lengths = new Set<number>();
    for (const { plainHosts, wildcardHosts, headers: rules, uri, methods, snis, tier } of entries) {
      for (const host of plainHosts) this.hosts.add(host);
      for (const what of wildcardHosts) this.wildcards.push({ what, tier });
      const names = rules.map(({ name }) => name).filter((name) => !headers.has(name));
      for (const name of names) headers.add(name);
      if (names.length > 0) this.headers.push(names);
      for (const method of methods) this.methods.add(method);
      for (const sni of snis) this.snis.add(sni);
      if (uri?.regex !== undefined) this.addRegex({ what: uri, tier });
      else if (uri !== undefined) {
        this.prefixes.add(uri.value);
        lengths.add(uri.value.length);
      }
    }
    this.lengths.push(...[...lengths].sort((a, b) => b - a));
  }

  private addRegex(regex: Ordered<Uri>): void {
    const { hit } = regex.what.regex ?? {};
    const text = hit?.ok ? hit.pattern.literal : '';
    this.regexStarts.under({ how: '^=', text }).push(this.regexes.length);
    this.regexes.push(regex);
  }

  /** One reading of the request; where `orderKnown` is false, one for each order in which equals may stand. */
  of(asked: Asked, orderKnown: boolean): readonly Hits[] | Doubt {
    const split = splitPort(asked.host, asked.scheme === 'https' ? 443 : 80);
    const headers = this.headerHits(asked);
    const plain = this.hosts.has(split.full) || this.hosts.has(split.bare);
    const hosts = plain ? [] : this.wildcardHits(split.full, orderKnown);
    const regexes = this.regexHits(asked.path, orderKnown);
    if ('why' in regexes) return regexes;
    const prefixes = this.prefixesOf(asked.path);
    // The path itself would be the longest of its prefixes.
    const uris = regexes.length > 0 ? regexes : [prefixes[0]];
    const fixed =
      (headers.length === 0 ? 0 : BITS.HEADER) |
      (plain || hosts.length > 0 ? BITS.HOST : 0) |
      (this.methods.has(asked.method) ? BITS.METHOD : 0) |
      (this.snis.has(asked.sni ?? '') ? BITS.SNI : 0);
    return uris.flatMap((uri) => {
      const bits = fixed | (uri === undefined ? 0 : BITS.URI);
      return orNone(hosts).flatMap((host) =>
        orNone(headers).map((header) => ({ bits, header, host, uri, prefixes, split })),
      );
    });
  }

  /** The first header that is there, and those that may just as well be the first. */
  private headerHits({ request }: Asked): readonly string[] {
    for (const names of this.headers) {
      const found = names.filter((name) => lookUpHeader(request, name).length > 0);
      if (found.length > 0) return found;
    }
    return [];
  }

  private wildcardHits(host: string, orderKnown: boolean): readonly string[] {
    const first = this.wildcards.find(({ what }) => fits(what, host));
    if (first === undefined || orderKnown) return first === undefined ? [] : [first.what.value];
    const equals = this.wildcards.filter(({ tier, what }) => tier === first.tier && fits(what, host));
    return [...new Set(equals.map(({ what }) => what.value))];
  }

  /** The first in the order of the entries; one whose outcome is not known leaves all behind it unknown. */
  private regexHits(path: string, orderKnown: boolean): readonly string[] | Doubt {
    const orders: number[] = [];
    this.regexStarts.find(path, (found) => orders.push(...found));
    const texts = new Set<string>();
    let tier: number | undefined;
    for (const order of orders.sort((a, b) => a - b)) {
      const regex = this.regexes[order];
      if (regex === undefined || (tier !== undefined && regex.tier !== tier)) break;
      const truth = hitBy(regex.what, path);
      if (isDoubt(truth)) return truth;
      if (!truth) continue;
      texts.add(regex.what.value);
      if (orderKnown) break;
      tier = regex.tier;
    }
    return [...texts];
  }

  private prefixesOf(path: string): readonly string[] {
    const found: string[] = [];
    for (const length of this.lengths) {
      if (length > path.length) continue;
      const start = path.slice(0, length);
      if (this.prefixes.has(start)) found.push(start);
    }
    return found;
  }
}

const orNone = <Item>(items: readonly Item[]): readonly (Item | undefined)[] =>
  items.length > 0 ? items : [undefined];

function hitBy({ value, regex }: Uri, path: string): Truth {
  if (regex === undefined) return false;
  if (!regex.hit.ok) return notModelled(value, regex.hit.what);
  const found = regex.hit.pattern.find(path);
  return found === RUNAWAY ? runsAway(value) : found !== undefined;
}

/** `^.+` for the star, and a port where the entry names none. */
export function fits({ before, after, ported }: WildcardHost, host: string): boolean {
  const inside = (text: string): boolean =>
    text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return inside(host) || (!ported && inside(host.replace(/:\d+$/, '')));
}

export const notModelled = (pattern: string, what: string): Doubt => ({
  attribute: 'paths',
  why: `has a pattern that is not modelled (${what}): ${pattern}`,
});

export const runsAway = (pattern: string): Doubt => ({
  attribute: 'paths',
  why: `takes too long to match ${pattern}`,
});
