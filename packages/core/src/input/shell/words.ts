/** One command of a paste, its words as the shell would hand them over. */
export interface Command {
  readonly words: readonly string[];
  /** Names of variables and substitutions that the paste does not resolve: `$TOKEN`, `$(cat t)`. */
  readonly unresolved: readonly string[];
}

/** Collects words; a shell's splitter feeds it. */
export class WordList {
  readonly commands: Command[] = [];
  private words: string[] = [];
  private unresolved: string[] = [];
  private word: string | undefined;

  /** Part of a word; an empty text makes an empty word (`''`). */
  add(text: string): void {
    this.word = (this.word ?? '') + text;
  }

  missing(name: string): void {
    this.unresolved.push(name);
  }

  get isInWord(): boolean {
    return this.word !== undefined;
  }

  get current(): string {
    return this.word ?? '';
  }

  endWord(): void {
    if (this.word !== undefined) this.words.push(this.word);
    this.word = undefined;
  }

  /** Returns the words of the command that has ended. */
  endCommand(): readonly string[] {
    this.endWord();
    const { words, unresolved } = this;
    if (words.length > 0) this.commands.push({ words, unresolved });
    this.words = [];
    this.unresolved = [];
    return words;
  }
}
