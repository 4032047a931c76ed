const PROMPT = /^(?:PS [^>\n]{0,200}> ?|[A-Za-z]:\\[^>\n]{0,200}>|[^\s$#]{0,80}[$#%>] )/gm;

/** A session as it stands in a terminal, without its prompts. */
export function withoutPrompts(text: string): string {
  return text.replace(PROMPT, '');
}

/** Between a prompt or an assignment and the command: the rest of a line may be this long. */
const MAX_PROMPT = 200;
const BEFORE_COMMAND = /(?:^|[$#>%;|&(=/\\]|(?:^|[ \t])(?:sudo|time|exec|command|watch|then|do|--))[ \t]*$/;

/**
 * Where one of the commands begins: at the start of a line, after a prompt (`$`, `#`, `>`, `%`), after
 * `;`, `&&`, `|`, `=` or `(`, or at the end of a path. `names` is global and matches a command's name
 * alone. Undefined where no line has it.
 */
export function findCommand(text: string, names: RegExp): number | undefined {
  names.lastIndex = 0;
  for (let found = names.exec(text); found !== null; found = names.exec(text)) {
    const at = found.index;
    const line = text.lastIndexOf('\n', at - 1) + 1;
    if (at === 0 || (at - line <= MAX_PROMPT && BEFORE_COMMAND.test(text.slice(line, at)))) return at;
  }
  return undefined;
}
