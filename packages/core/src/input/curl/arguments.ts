import { type Effect, longOption, type Option, shortOption } from './options.ts';

export interface Argument {
  readonly effect: Effect;
  readonly value: string;
  /** As spelled: `--data-raw`, `-H`. */
  readonly option: string;
}

/** curl's own reading of its words: `-XPOST`, `-X POST`, `-skH '…'`, `--json=…` is no option, `--` ends them. */
export function readArguments(words: readonly string[]): readonly Argument[] {
  const read: Argument[] = [];
  let optionsEnded = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === '--' && !optionsEnded) optionsEnded = true;
    else if (optionsEnded || !word.startsWith('-') || word === '-')
      read.push({ effect: 'url', value: word, option: '' });
    else if (word.startsWith('--')) i += take(read, longOption(longName(word)), word, undefined, words[i + 1]);
    else i += takeShort(read, word, words[i + 1]);
  }
  return read;
}

/** `--no-compressed` is not `--compressed`. */
const longName = (word: string): string => word.slice(2);

function takeShort(read: Argument[], word: string, next: string | undefined): number {
  for (let at = 1; at < word.length; at++) {
    const letter = word[at] as string;
    const option = shortOption(letter);
    const rest = word.slice(at + 1);
    if (option.takesArgument) return take(read, option, `-${letter}`, rest === '' ? undefined : rest, next);
    take(read, option, `-${letter}`, undefined, undefined);
  }
  return 0;
}

/** Returns how many words after this one were used. */
function take(
  read: Argument[],
  { effect, takesArgument }: Option,
  option: string,
  joined: string | undefined,
  next: string | undefined,
): number {
  const value = takesArgument ? (joined ?? next) : '';
  if (effect !== undefined && value !== undefined) read.push({ effect, value, option });
  return takesArgument && joined === undefined && next !== undefined ? 1 : 0;
}
