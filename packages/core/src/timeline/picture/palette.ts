import type { RowTone } from './rows.ts';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly now: string;
  readonly at: string;
  readonly tones: Readonly<Record<RowTone, string>>;
}

/** Text has at least 4.5:1 and lines at least 3:1 against the paper (WCAG 2.2 §1.4.3, §1.4.11). */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#1b1f24',
    quiet: '#57606a',
    rule: '#d0d7de',
    now: '#0550ae',
    at: '#8250df',
    tones: { good: '#1a7f37', warn: '#9a6700', bad: '#cf222e', dim: '#6e7781' },
  },
  dark: {
    paper: '#0d1117',
    ink: '#e6edf3',
    quiet: '#9198a1',
    rule: '#30363d',
    now: '#79c0ff',
    at: '#d2a8ff',
    tones: { good: '#3fb950', warn: '#d29922', bad: '#ff7b72', dim: '#8b949e' },
  },
};
