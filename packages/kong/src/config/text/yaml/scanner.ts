import { scanBlock } from './block.ts';
import { Cursor } from './cursor.ts';
import { Gap } from './gap.ts';
import { scanPlain } from './plain.ts';
import { scanAnchor, scanDirective, scanTag } from './properties.ts';
import { scanQuoted } from './quoted.ts';
import { SimpleKeys } from './simple-keys.ts';
import { T, type Token, type TokenKind, YamlFault } from './token.ts';

/**
 * Cuts a text into tokens with the rules of libyaml: simple keys, indentation, flow level.
 * Faults are thrown as `YamlFault`.
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly gap = new Gap();
  private queue: Token[] = [];
  private head = 0;
  /** Tokens handed out so far. */
  private taken = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private flowLevel = 0;
  private simpleKeyAllowed = true;
  private readonly keys = new SimpleKeys();
  /** The token at the head of the queue cannot get a key mark in front of it any more. */
  private ready = false;

  constructor(text: string) {
    this.cursor = new Cursor(text);
    if (text.charCodeAt(0) === 0xfeff) this.cursor.at = this.cursor.lineStart = 1;
  }

  peek(): Token {
    if (!this.ready) this.fill();
    return this.queue[this.head] as Token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind === T.streamEnd) return token;
    this.ready = false;
    this.head++;
    this.taken++;
    if (this.head === this.queue.length) {
      this.queue.length = 0;
      this.head = 0;
    }
    return token;
  }

  private fill(): void {
    for (;;) {
      if (this.head < this.queue.length) {
        this.keys.dropStale(this.cursor);
        if (!this.keys.has(this.taken)) break;
      }
      this.cut();
    }
    this.ready = true;
  }

  private cut(): void {
    const { cursor } = this;
    this.skipToToken();
    this.keys.dropStale(cursor);
    this.unroll(cursor.column);
    if (cursor.isEnd()) return this.streamEnd();
    if (cursor.at === cursor.lineStart) {
      if (cursor.code() === 0x25) return this.directive();
      if (cursor.isDocumentMark()) return this.documentMark();
    }
    const character = cursor.text.charAt(cursor.at);
    switch (character) {
      case '[':
        return this.flowStart(T.flowSequenceStart);
      case '{':
        return this.flowStart(T.flowMappingStart);
      case ']':
        return this.flowEnd(T.flowSequenceEnd);
      case '}':
        return this.flowEnd(T.flowMappingEnd);
      case ',':
        return this.flowEntry();
      case '-':
        if (cursor.isGap(1)) return this.blockEntry();
        break;
      case '?':
        if (this.flowLevel > 0 || cursor.isGap(1)) return this.explicitKey();
        break;
      case ':':
        if (this.flowLevel > 0 || cursor.isGap(1)) return this.value();
        break;
      case '*':
        return this.property(() => scanAnchor(cursor, T.alias));
      case '&':
        return this.property(() => scanAnchor(cursor, T.anchor));
      case '!':
        return this.property(() => scanTag(cursor, this.flowLevel > 0));
      case '|':
      case '>':
        if (this.flowLevel === 0) return this.block();
        break;
      case "'":
      case '"':
        return this.quoted();
    }
    if (character !== '-' && (this.flowLevel > 0 || (character !== '?' && character !== ':')) && cannotStart(character))
      throw new YamlFault(
        'yaml-syntax',
        `a text cannot start with ${character === '\t' ? 'a tab' : character}`,
        cursor.at,
      );
    return this.plain();
  }

  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      const tabs = this.flowLevel > 0 || !this.simpleKeyAllowed;
      while (cursor.code() === 0x20 || (tabs && cursor.code() === 0x09)) cursor.at++;
      cursor.skipComment();
      if (!cursor.isBreak()) return;
      cursor.takeBreak();
      if (this.flowLevel === 0) this.simpleKeyAllowed = true;
    }
  }

  private push(kind: TokenKind, at: number, text = '', extra = ''): void {
    this.queue.push({ kind, at, text, extra });
  }

  private pushSign(kind: TokenKind, length = 1): void {
    this.push(kind, this.cursor.at);
    this.cursor.at += length;
  }

  private saveKey(): void {
    const { cursor } = this;
    if (!this.simpleKeyAllowed) return;
    this.keys.save({
      number: this.taken + this.queue.length - this.head,
      at: cursor.at,
      lineStart: cursor.lineStart,
      required: this.flowLevel === 0 && this.indent === cursor.column,
    });
  }

  private roll(column: number, kind: TokenKind, at: number, number?: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    const token = { kind, at, text: '', extra: '' };
    if (number === undefined) this.queue.push(token);
    else this.queue.splice(this.head + number - this.taken, 0, token);
  }

  private unroll(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push(T.blockEnd, this.cursor.at);
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private streamEnd(): void {
    if (this.cursor.column > 0) this.cursor.lineStart = this.cursor.at;
    this.keys.dropStale(this.cursor);
    this.unroll(-1);
    this.keys.forget();
    this.push(T.streamEnd, this.cursor.at);
  }

  private directive(): void {
    this.closeBlocks();
    this.queue.push(scanDirective(this.cursor));
  }

  private documentMark(): void {
    this.closeBlocks();
    this.pushSign(this.cursor.code() === 0x2d ? T.documentStart : T.documentEnd, 3);
  }

  private closeBlocks(): void {
    this.unroll(-1);
    this.keys.forget();
    this.simpleKeyAllowed = false;
  }

  private flowStart(kind: TokenKind): void {
    this.saveKey();
    this.flowLevel++;
    this.keys.open();
    this.simpleKeyAllowed = true;
    this.pushSign(kind);
  }

  private flowEnd(kind: TokenKind): void {
    this.keys.forget();
    if (this.flowLevel > 0) {
      this.flowLevel--;
      this.keys.close();
    }
    this.simpleKeyAllowed = false;
    this.pushSign(kind);
  }

  private flowEntry(): void {
    this.keys.forget();
    this.simpleKeyAllowed = true;
    this.pushSign(T.flowEntry);
  }

  private blockEntry(): void {
    this.openBlock(T.blockSequenceStart, "a '- ' cannot stand here");
    this.keys.forget();
    this.simpleKeyAllowed = true;
    this.pushSign(T.blockEntry);
  }

  private explicitKey(): void {
    this.openBlock(T.blockMappingStart, 'a key cannot stand here');
    this.keys.forget();
    this.simpleKeyAllowed = this.flowLevel === 0;
    this.pushSign(T.key);
  }

  private value(): void {
    const key = this.keys.current;
    if (key) {
      this.queue.splice(this.head + key.number - this.taken, 0, { kind: T.key, at: key.at, text: '', extra: '' });
      this.roll(key.at - key.lineStart, T.blockMappingStart, key.at, key.number);
      this.keys.take();
      this.simpleKeyAllowed = false;
    } else {
      this.openBlock(T.blockMappingStart, "a ': ' cannot stand here");
      this.simpleKeyAllowed = this.flowLevel === 0;
    }
    this.pushSign(T.value);
  }

  private openBlock(kind: TokenKind, refusal: string): void {
    if (this.flowLevel > 0) return;
    if (!this.simpleKeyAllowed) throw new YamlFault('yaml-syntax', refusal, this.cursor.at);
    this.roll(this.cursor.column, kind, this.cursor.at);
  }

  private property(scan: () => Token): void {
    this.saveKey();
    this.simpleKeyAllowed = false;
    this.queue.push(scan());
  }

  private block(): void {
    this.keys.forget();
    this.simpleKeyAllowed = true;
    const at = this.cursor.at;
    this.push(T.scalar, at, scanBlock(this.cursor, this.indent));
  }

  private quoted(): void {
    this.saveKey();
    this.simpleKeyAllowed = false;
    const at = this.cursor.at;
    this.push(T.scalar, at, scanQuoted(this.cursor, this.gap));
  }

  private plain(): void {
    this.saveKey();
    this.simpleKeyAllowed = false;
    const at = this.cursor.at;
    const text = scanPlain(this.cursor, this.gap, this.flowLevel > 0, this.indent + 1);
    this.push(T.scalar, at, text, 'plain');
    if (this.gap.broken) this.simpleKeyAllowed = true;
  }
}

function cannotStart(character: string): boolean {
  return '?:,[]{}#&*!|>\'"%@`\t'.includes(character);
}
