/** Where the program meets the outside. `main.ts` joins it to the process, a test to strings. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly stdin: Stdin;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds since the epoch; `--now` takes its place. */
  now(): number;
  /** Aborted by the first SIGINT or SIGTERM: finish the line, say that the output is cut, end. */
  readonly interrupted: AbortSignal;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined off a terminal. */
  readonly columns: number | undefined;
  /** Resolves when more may be written, so that a slow reader does not fill the memory. */
  write(text: string): Promise<void>;
}

export interface Stdin {
  readonly isTerminal: boolean;
  /** The bytes in the order in which they come; ends at end of file. */
  chunks(): AsyncIterable<Uint8Array>;
}
