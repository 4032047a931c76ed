import { type Command, WordList } from './words.ts';

/**
 * Splits as Windows does: cmd.exe takes the carets off (outside its quotes), then the program's
 * runtime splits by its own rule for `"` and `\"`. Both are needed: browsers copy `^"` and `^\^"`.
 */
export function splitCmd(text: string): readonly Command[] {
  const list = new WordList();
  for (const line of withoutCarets(text)) {
    splitLine(line, list);
    list.endCommand();
  }
  return list.commands;
}

/** Lines as cmd.exe hands them on. A caret at the end of a line joins it with the next. */
function withoutCarets(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '\r') continue;
    if (character === '\n') {
      if (/^[ \t]*-/.test(text.slice(at + 1, at + 40))) line += ' ';
      else {
        lines.push(line);
        line = '';
      }
      quoted = false;
    } else if (character === '^' && !quoted) {
      at++;
      if (text[at] === '\r') at++;
      if (text[at] === '\n') {
        // A caret before an empty line is how a line break inside an argument is spelled.
        const isBreak = text[at + 1] === '\n' || text.startsWith('\r\n', at + 1);
        if (isBreak) {
          line += '\n';
          at += text[at + 1] === '\r' ? 2 : 1;
        }
      } else line += text[at] ?? '';
    } else {
      if (character === '"') quoted = !quoted;
      line += character;
    }
  }
  lines.push(line);
  return lines;
}

function splitLine(line: string, list: WordList): void {
  let quoted = false;
  let at = 0;
  while (at < line.length) {
    const character = line[at] as string;
    if (character === '\\') {
      const slashes = countSlashes(line, at);
      at += slashes;
      if (line[at] !== '"') list.add('\\'.repeat(slashes));
      else {
        list.add('\\'.repeat(slashes >> 1));
        if (slashes % 2 === 1) {
          list.add('"');
          at++;
        }
      }
    } else if (character === '"') {
      if (quoted && line[at + 1] === '"') {
        list.add('"');
        at++;
      } else quoted = !quoted;
      list.add('');
      at++;
    } else if (!quoted && (character === ' ' || character === '\t')) {
      list.endWord();
      at++;
    } else {
      list.add(character);
      at++;
    }
  }
}

function countSlashes(line: string, from: number): number {
  let count = 0;
  while (line[from + count] === '\\') count++;
  return count;
}
