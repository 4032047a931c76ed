/** A fault as PCRE2 10.44 finds it (`pcre2_compile.c`). */
export class PcreFault {
  readonly message: string;
  /** Bytes that were read when it was found. */
  readonly at: number;

  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}

/** Texts of `pcre2_error.c`. */
export const MESSAGES = {
  backslashEnd: '\\ at end of pattern',
  controlEnd: '\\c at end of pattern',
  unknownEscape: 'unrecognized character follows \\',
  countOrder: 'numbers out of order in {} quantifier',
  countSize: 'number too big in {} quantifier',
  classEnd: 'missing terminating ] for character class',
  classEscape: 'escape sequence is invalid in character class',
  classOrder: 'range out of order in character class',
  quantifier: 'quantifier does not follow a repeatable item',
  groupLetter: 'unrecognized character after (? or (?-',
  posixOutside: 'POSIX named classes are supported only within a class',
  posixCollating: 'POSIX collating elements are not supported',
  groupEnd: 'missing closing parenthesis',
  noGroup: 'reference to non-existent subpattern',
  commentEnd: 'missing ) after (?# comment',
  unopened: 'unmatched closing parenthesis',
  lookbehind: 'length of lookbehind assertion is not limited',
  posixName: 'unknown POSIX class name',
  codePoint: 'character code point value in \\x{} or \\o{} is too large',
  perlEscape: 'PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u',
  pLetter: 'unrecognized character after (?P',
  nameSyntax: 'syntax error in subpattern name (missing terminator?)',
  nameTwice: 'two named subpatterns have the same name (PCRE2_DUPNAMES not set)',
  nameDigit: 'subpattern name must start with a non-digit',
  nameMissing: 'subpattern name expected',
  nameLong: 'subpattern name is too long (maximum 32 code units)',
  malformedProperty: 'malformed \\P or \\p sequence',
  unknownProperty: 'unknown property after \\P or \\p',
  classRange: 'invalid range in character class',
  octalSize: 'octal value is greater than \\377 in 8-bit non-UTF-8 mode',
  gEscape: '\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain number',
  kEscape: '\\k is not followed by a braced, angle-bracketed, or quoted name',
  verb: '(*VERB) not recognized or malformed',
  octalBrace: 'missing opening brace after \\o',
  octalDigit: 'non-octal character in \\o{} (closing brace missing?)',
  hexDigit: 'non-hex character in \\x{} (closing brace missing?)',
  digitsMissing: 'digits missing in \\x{} or \\o{} or \\N{U+}',
  control: '\\c must be followed by a printable ASCII character',
  relativeZero: 'a relative value of zero is not allowed',
  recursionEnd: '(?R (recursive pattern call) must be followed by a closing parenthesis',
} as const;

/** What PCRE 8.45 said instead. */
const OLDER: Readonly<Record<string, string>> = {
  [MESSAGES.groupEnd]: 'missing )',
  [MESSAGES.unopened]: 'unmatched parentheses',
  [MESSAGES.quantifier]: 'nothing to repeat',
  [MESSAGES.lookbehind]: 'lookbehind assertion is not fixed length',
  [MESSAGES.classEscape]: 'invalid escape sequence in character class',
  [MESSAGES.perlEscape]: 'PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u',
  [MESSAGES.nameTwice]: 'two named subpatterns have the same name',
};

export const olderMessage = (message: string): string => OLDER[message] ?? message;
