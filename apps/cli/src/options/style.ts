import type { TextOptions } from '@why401/core/report';
import type { Io } from '../io.ts';

export type ColourChoice = 'auto' | 'always' | 'never';

export interface StyleOptions {
  readonly color: ColourChoice;
  readonly ascii: boolean;
  readonly width: number | undefined;
}

/** Off a terminal nothing is wrapped or coloured, so that `grep` and files get what they expect. */
export function styleOf(options: StyleOptions, io: Io): TextOptions {
  const { isTerminal, columns } = io.stdout;
  return {
    color: options.color === 'auto' ? automaticColor(io) : options.color === 'always',
    unicode: !options.ascii && (!isTerminal || speaksUnicode(io)),
    width: options.width ?? (isTerminal ? columns : undefined) ?? Number.POSITIVE_INFINITY,
  };
}

/** `FORCE_COLOR` goes before `NO_COLOR`, as in Node itself; an empty value counts as not set. */
function automaticColor({ env, stdout }: Io): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return stdout.isTerminal && env['TERM'] !== 'dumb';
}

function speaksUnicode({ env, platform }: Io): boolean {
  if (platform === 'win32') return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return env['TERM'] !== 'linux' && /utf-?8/i.test(locale);
}
