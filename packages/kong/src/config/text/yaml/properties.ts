import type { Cursor } from './cursor.ts';
import { T, type Token, YamlFault } from './token.ts';

const WORD = /[A-Za-z0-9_-]*/y;
const TAG_URI = /(?:[A-Za-z0-9_;/?:@&=+$.!~*'()-]|%[0-9A-Fa-f]{2})*/y;
const VERBATIM_URI = /(?:[A-Za-z0-9_;/?:@&=+$.!~*'(),[\]-]|%[0-9A-Fa-f]{2})*/y;
const AFTER_ANCHOR = '?:,]}%@`';

/** `&name` or `*name`; the cursor stands on the sign. */
export function scanAnchor(cursor: Cursor, kind: typeof T.alias | typeof T.anchor): Token {
  const at = cursor.at;
  cursor.at++;
  const text = take(cursor, WORD);
  if (text === '' || !(cursor.isGap() || AFTER_ANCHOR.includes(cursor.text.charAt(cursor.at))))
    throw new YamlFault('yaml-syntax', 'an anchor or alias has a name of letters, digits, - and _', at);
  return { kind, at, text, extra: '' };
}

/** `!local`, `!!type`, `!handle!suffix` or `!<verbatim>`; the cursor stands on the sign. */
export function scanTag(cursor: Cursor, inFlow: boolean): Token {
  const at = cursor.at;
  let extra = '';
  let text: string;
  cursor.at++;
  if (cursor.text.charAt(cursor.at) === '<') {
    cursor.at++;
    text = take(cursor, VERBATIM_URI);
    if (text === '' || cursor.text.charAt(cursor.at) !== '>')
      throw new YamlFault('yaml-syntax', "this tag lacks its '>'", at);
    cursor.at++;
  } else {
    const word = take(cursor, WORD);
    if (cursor.text.charAt(cursor.at) === '!') {
      cursor.at++;
      extra = `!${word}!`;
      text = take(cursor, TAG_URI);
      if (text === '') throw new YamlFault('yaml-syntax', 'this tag has no name behind its handle', at);
    } else {
      text = word + take(cursor, TAG_URI);
      if (text === '') text = '!';
      else extra = '!';
    }
  }
  if (!cursor.isGap() && !(inFlow && cursor.text.charAt(cursor.at) === ','))
    throw new YamlFault('yaml-syntax', 'a tag must be followed by a space', at);
  return { kind: T.tag, at, text, extra };
}

/** `%YAML 1.1` or `%TAG !h! prefix`; the cursor stands on the percent sign. */
export function scanDirective(cursor: Cursor): Token {
  const at = cursor.at;
  cursor.at++;
  const name = take(cursor, WORD);
  cursor.skipBlanks();
  let text = '';
  let extra = '';
  if (name === 'YAML') text = take(cursor, /\d{1,9}\.\d{1,9}/y);
  else if (name === 'TAG') {
    extra = take(cursor, /!(?:[A-Za-z0-9_-]*!)?/y);
    const gap = cursor.at;
    cursor.skipBlanks();
    if (cursor.at > gap) text = take(cursor, VERBATIM_URI);
  }
  const complete = text !== '' && (name === 'YAML' || extra !== '') && cursor.isGap();
  cursor.skipBlanks();
  cursor.skipComment();
  if (!complete || !(cursor.isEnd() || cursor.isBreak()))
    throw new YamlFault('yaml-syntax', 'only %YAML and %TAG directives are known', at);
  if (!cursor.isEnd()) cursor.takeBreak();
  return { kind: T.directive, at, text, extra };
}

function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const text = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += text.length;
  return text;
}
