import { NodesBuilder } from '../nodes.ts';
import type { Document, Limits, Smell } from '../reading.ts';
import { type Anchors, aliasTarget, remember } from './anchors.ts';
import { Entries, keyName } from './entries.ts';
import { readPlain, readTagged } from './scalar.ts';
import { Scanner } from './scanner.ts';
import { checkVersion, DEFAULT_TAGS, tagName } from './tags.ts';
import { T, type Token, type TokenKind, YamlFault } from './token.ts';

interface Properties {
  readonly at: number;
  readonly anchor: string | undefined;
  /** Full name: `tag:yaml.org,2002:str`; undefined without a tag. */
  readonly tag: string | undefined;
}

const NO_PROPERTIES: Properties = { at: 0, anchor: undefined, tag: undefined };
const CORE = 'tag:yaml.org,2002:';
/** `readTagged` knows these; any other tag leaves the value as it would be without. */
const KNOWN_TAGS: ReadonlySet<string> = new Set(['str', 'int', 'float', 'bool', 'null'].map((name) => CORE + name));
const COLLECTION_TAGS: ReadonlySet<string> = new Set([`${CORE}map`, `${CORE}seq`, `${CORE}merge`, '!']);

/** Builds values from tokens with the grammar of libyaml and the type rules of Kong's binding (lyaml 6.2). */
export class Composer {
  private readonly scanner: Scanner;
  private readonly limits: Limits;
  private smells: Smell[] = [];
  private nodes = new NodesBuilder();
  private anchors: Anchors = new Map();
  private handles: ReadonlyMap<string, string> = DEFAULT_TAGS;
  private depth = 0;
  /** Values of this document, those behind an alias counted each time. */
  private weight = 0;
  /** Those behind aliases alone. */
  private expanded = 0;

  constructor(text: string, limits: Limits) {
    this.scanner = new Scanner(text);
    this.limits = limits;
  }

  /** Where the next token begins. */
  get offset(): number {
    return this.scanner.peek().at;
  }

  /** The next document; undefined at the end of the text. */
  document(first: boolean): Document | undefined {
    if (!first) while (this.is(T.documentEnd)) this.scanner.next();
    if (this.is(T.streamEnd)) return undefined;
    this.nodes = new NodesBuilder();
    this.anchors = new Map();
    this.smells = [];
    this.weight = 0;
    this.expanded = 0;
    const bare = first && !this.is(T.directive) && !this.is(T.documentStart);
    if (bare) this.handles = DEFAULT_TAGS;
    else this.prologue();
    const empty = !bare && this.is(T.directive, T.documentStart, T.documentEnd, T.streamEnd);
    const value = empty ? this.empty(this.scanner.peek().at) : this.node(true, false);
    if (this.is(T.documentEnd)) this.scanner.next();
    return { value, nodes: this.nodes.finish(), smells: this.smells };
  }

  private prologue(): void {
    const handles = new Map<string, string>();
    let version = false;
    while (this.is(T.directive)) {
      const token = this.scanner.next();
      if (token.extra === '') version = checkVersion(token, version);
      else if (handles.has(token.extra)) throw new YamlFault('yaml-syntax', 'this %TAG is given twice', token.at);
      else handles.set(token.extra, token.text);
    }
    this.handles = new Map([...DEFAULT_TAGS, ...handles]);
    this.expect(T.documentStart, "a new document must begin with '---'");
  }

  private node(block: boolean, indentless: boolean): unknown {
    const token = this.scanner.peek();
    if (token.kind === T.alias) return this.alias(this.scanner.next());
    const properties = token.kind === T.anchor || token.kind === T.tag ? this.properties(token) : NO_PROPERTIES;
    const content = this.scanner.peek();
    switch (content.kind) {
      case T.scalar:
        return this.scalar(this.scanner.next(), properties);
      case T.flowSequenceStart:
        return this.collect(properties, false, () => this.flowSequence());
      case T.flowMappingStart:
        return this.collect(properties, true, () => this.flowMapping());
      case T.blockSequenceStart:
        if (block) return this.collect(properties, false, () => this.blockSequence());
        break;
      case T.blockMappingStart:
        if (block) return this.collect(properties, true, () => this.blockMapping());
        break;
      case T.blockEntry:
        if (indentless) return this.collect(properties, false, () => this.indentlessSequence());
        break;
    }
    if (properties !== NO_PROPERTIES) return this.scalar({ ...content, text: '', extra: 'plain' }, properties);
    throw new YamlFault('yaml-syntax', 'a value is missing here', content.at);
  }

  private properties(first: Token): Properties {
    let anchor: string | undefined;
    let tag: string | undefined;
    for (let token = first; ; token = this.scanner.peek()) {
      if (token.kind === T.anchor && anchor === undefined) anchor = token.text;
      else if (token.kind === T.tag && tag === undefined) tag = tagName(token, this.handles);
      else break;
      this.scanner.next();
    }
    if (tag !== undefined && !KNOWN_TAGS.has(tag) && !COLLECTION_TAGS.has(tag))
      this.smells.push({ code: 'yaml-unknown-tag', at: first.at, name: tag });
    return { at: first.at, anchor, tag };
  }

  private alias(token: Token): unknown {
    const target = aliasTarget(this.anchors, token);
    this.nodes.leaf(token.at, target.node);
    this.weight += target.weight;
    this.expanded += target.weight;
    if (this.expanded > this.limits.expanded)
      throw new YamlFault('yaml-alias-bomb', 'the aliases of this file stand for too many values', token.at);
    return target.value;
  }

  private scalar(token: Token, properties: Properties): unknown {
    const node = this.nodes.leaf(token.at);
    this.weight++;
    const { tag, anchor } = properties;
    const tagged = tag !== undefined && KNOWN_TAGS.has(tag);
    const value = tagged
      ? readTagged(tag.slice(CORE.length), token.text)
      : token.extra === 'plain'
        ? readPlain(token.text)
        : token.text;
    if (value === undefined) throw new YamlFault('yaml-syntax', 'this text does not fit its tag', token.at);
    if (anchor !== undefined) this.anchors.set(anchor, { value, node, weight: 1, open: false });
    return value;
  }

  private empty(at: number): null {
    this.nodes.leaf(at);
    this.weight++;
    return null;
  }

  private collect(properties: Properties, isMap: boolean, fill: () => unknown): unknown {
    const at = this.scanner.peek().at;
    if (++this.depth > this.limits.depth)
      throw new YamlFault('yaml-too-deep', `collections are nested more than ${this.limits.depth} deep`, at);
    this.weight++;
    const before = this.weight;
    const node = isMap ? this.nodes.map(at) : this.nodes.list(at);
    if (properties.anchor !== undefined) remember(this.anchors, properties.anchor, node);
    const value = fill();
    this.nodes.close(node);
    this.depth--;
    if (properties.anchor !== undefined)
      this.anchors.set(properties.anchor, { value, node, weight: this.weight - before + 1, open: false });
    return value;
  }

  private blockSequence(): unknown[] {
    const list: unknown[] = [];
    this.scanner.next();
    while (this.is(T.blockEntry)) {
      const at = this.scanner.next().at;
      list.push(this.is(T.blockEntry, T.blockEnd) ? this.empty(at) : this.node(true, false));
    }
    this.expect(T.blockEnd, "this list goes on with something that is no '- '");
    return list;
  }

  private indentlessSequence(): unknown[] {
    const list: unknown[] = [];
    while (this.is(T.blockEntry)) {
      const at = this.scanner.next().at;
      const isEmpty = this.is(T.blockEntry, T.key, T.value, T.blockEnd);
      list.push(isEmpty ? this.empty(at) : this.node(true, false));
    }
    return list;
  }

  private blockMapping(): object {
    const entries = new Entries();
    this.scanner.next();
    while (this.is(T.key)) {
      this.entry(entries, true, T.blockEnd);
    }
    this.expect(T.blockEnd, 'this is no key of the map it is indented like');
    return entries.map;
  }

  private flowSequence(): unknown[] {
    const list: unknown[] = [];
    this.scanner.next();
    for (let first = true; !this.is(T.flowSequenceEnd); first = false) {
      if (!first) this.expect(T.flowEntry, "a ',' or ']' is missing here");
      if (this.is(T.flowSequenceEnd)) break;
      list.push(this.is(T.key) ? this.collect(NO_PROPERTIES, true, () => this.pair()) : this.node(false, false));
    }
    this.scanner.next();
    return list;
  }

  /** `[key: value]`: a map of one entry. */
  private pair(): object {
    const entries = new Entries();
    this.entry(entries, false, T.flowSequenceEnd);
    return entries.map;
  }

  private flowMapping(): object {
    const entries = new Entries();
    this.scanner.next();
    for (let first = true; !this.is(T.flowMappingEnd); first = false) {
      if (!first) this.expect(T.flowEntry, "a ',' or '}' is missing here");
      if (this.is(T.flowMappingEnd)) break;
      this.entry(entries, false, T.flowMappingEnd);
    }
    this.scanner.next();
    return entries.map;
  }

  private entry(entries: Entries, block: boolean, end: TokenKind): void {
    const token = this.scanner.peek();
    const before = this.nodes.size;
    const marked = token.kind === T.key;
    if (marked) this.scanner.next();
    const noKey = marked && (block ? this.is(T.key, T.value, end) : this.is(T.value, T.flowEntry, end));
    const key = noKey ? this.empty(token.at) : this.node(block, block);
    const name = keyName(key);
    this.nodes.key(before, name);
    let value: unknown = null;
    if (!this.is(T.value)) this.empty(this.scanner.peek().at);
    else {
      const at = this.scanner.next().at;
      const noValue = block ? this.is(T.key, T.value, end) : this.is(T.flowEntry, end);
      value = noValue ? this.empty(at) : this.node(block, block);
    }
    entries.add(name, value, token.at, this.smells);
  }

  private is(a: TokenKind, b?: TokenKind, c?: TokenKind, d?: TokenKind): boolean {
    const { kind } = this.scanner.peek();
    return kind === a || kind === b || kind === c || kind === d;
  }

  private expect(kind: TokenKind, message: string): void {
    const token = this.scanner.peek();
    if (token.kind !== kind) throw new YamlFault('yaml-syntax', message, token.at);
    this.scanner.next();
  }
}
