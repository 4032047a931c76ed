import type { Asked } from '../asked.ts';
import { splitHostPort } from '../host.ts';
import { type Key, type Keys, keysOf } from './keys.ts';
import type { Matcher } from './model.ts';
import { TextIndex } from './texts.ts';

/** The fields by which matchers are found, in this order; one without a key for a field is found under `rest`. */
const FIELDS = ['hosts', 'paths', 'methods'] as const;
type FieldName = (typeof FIELDS)[number];

type Texts = Readonly<Record<FieldName, string>>;

/** Below this many, trying all is as quick. */
const FEW = 8;

/** Ranks of matchers, split by the next field as soon as there are many. */
class Bucket {
  private readonly ranks: number[] = [];
  private readonly depth: number;
  private split: { readonly index: TextIndex<Bucket>; readonly rest: Bucket } | undefined;

  constructor(depth: number) {
    this.depth = depth;
  }

  add(rank: number, keys: readonly Keys[]): void {
    this.ranks.push(rank);
    if (this.split !== undefined) this.place(rank, keys);
    else if (this.ranks.length > FEW && this.depth < FIELDS.length) {
      const deeper = this.depth + 1;
      this.split = { index: new TextIndex(() => new Bucket(deeper)), rest: new Bucket(deeper) };
      for (const one of this.ranks) this.place(one, keys);
    }
  }

  private place(rank: number, keys: readonly Keys[]): void {
    const field = FIELDS[this.depth];
    const list: readonly Key[] | undefined = field && keys[rank]?.[field];
    if (list === undefined) this.split?.rest.add(rank, keys);
    else for (const bucket of new Set(list.map((key) => this.split?.index.under(key)))) bucket?.add(rank, keys);
  }

  collect(texts: Texts, into: number[]): void {
    const field = FIELDS[this.depth];
    if (this.split === undefined || field === undefined) {
      for (const rank of this.ranks) into.push(rank);
      return;
    }
    this.split.index.find(texts[field], (bucket) => bucket.collect(texts, into));
    this.split.rest.collect(texts, into);
  }
}

/** Finds the matchers whose necessary conditions hold; what it leaves out cannot match. */
export class Lookup {
  private readonly root = new Bucket(0);

  /** `matchers` in the order of their rank. */
  constructor(matchers: readonly Matcher[]) {
    const keys = matchers.map(({ clauses }) => keysOf(clauses));
    for (let rank = 0; rank < matchers.length; rank++) this.root.add(rank, keys);
  }

  /** Ranks in ascending order; one may come twice. */
  candidates({ host, path, method }: Asked): readonly number[] {
    const ranks: number[] = [];
    this.root.collect({ hosts: splitHostPort(host).host, paths: path, methods: method }, ranks);
    return ranks.length < 2 ? ranks : ranks.sort((a, b) => a - b);
  }
}
