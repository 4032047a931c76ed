/** A source's name at the start of a sentence: files as they are, `standard input` with a capital. */
export const named = (source: string): string =>
  /^(standard input|the command line)$/.test(source) ? source.charAt(0).toUpperCase() + source.slice(1) : source;
