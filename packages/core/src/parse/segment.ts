import { isInAlphabet } from '../encoding/index.ts';
import type { Problem } from '../facts/index.ts';
import type { PartName } from './model.ts';
import { nameCharacter, problem, range, theText } from './problems.ts';

/** Values of the last character whose unused bits are zero, by length mod 4 (RFC 4648 §3.5). */
const CANONICAL_LAST: Readonly<Record<number, string>> = { 2: 'AQgw', 3: 'AEIMQUYcgkosw048' };

/** What keeps a segment from being base64url as RFC 7515 §2 wants it, each with its range. */
export function segmentProblems(name: PartName, text: string, from: number): readonly Problem[] {
  const isClean = !/[^A-Za-z0-9_-]/.test(text);
  const problems = isClean ? [] : characterProblems(name, text, from);
  const bare = isClean ? text : text.replace(/[^A-Za-z0-9+/_-]/g, '');
  if (bare.length % 4 === 1) {
    const message = `${theText(name)} has ${bare.length} characters: base64url never leaves a remainder of 1 modulo 4`;
    const hint = 'A character is missing or too many; the token was probably cut.';
    problems.push(problem('base64-length', message, range(from, from + text.length), hint));
  }
  const last = bare[bare.length - 1];
  const canonical = CANONICAL_LAST[bare.length % 4];
  if (last !== undefined && canonical !== undefined && !canonical.includes(last)) {
    const at = from + text.lastIndexOf(last);
    const message = `the last character of ${theText(name)}, “${last}”, has unused bits set: there is a second spelling`;
    problems.push(problem('base64-not-canonical', message, range(at, at + 1)));
  }
  return problems;
}

function characterProblems(name: PartName, text: string, from: number): Problem[] {
  const problems: Problem[] = [];
  const padding = text.indexOf('=');
  if (padding >= 0) {
    const message = `${theText(name)} is padded with “=”; RFC 7515 §2 leaves padding out`;
    problems.push(problem('base64-padding', message, range(from + padding, from + text.length)));
  }
  const standard = firstOf(text, (character) => character === '+' || character === '/');
  if (standard !== undefined) {
    const message = `${theText(name)} uses “${standard.character}” of the standard base64 alphabet instead of “${standard.character === '+' ? '-' : '_'}”`;
    problems.push(problem('base64-standard-alphabet', message, range(from + standard.at, from + standard.at + 1)));
  }
  const foreign = firstOf(text, (character) => !'=+/'.includes(character) && !isInAlphabet(character.charCodeAt(0)));
  if (foreign !== undefined) {
    const message = `${theText(name)} contains ${nameCharacter(foreign.character)}, which is not a base64url character`;
    const to = foreign.at + foreign.character.length;
    problems.push(problem('base64-invalid-character', message, range(from + foreign.at, from + to)));
  }
  return problems;
}

function firstOf(text: string, matches: (character: string) => boolean): { at: number; character: string } | undefined {
  let at = 0;
  for (const character of text) {
    if (matches(character)) return { at, character };
    at += character.length;
  }
  return undefined;
}
