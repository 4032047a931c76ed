import { codeOnly, type Source } from './sources.ts';

/** What a pure package may not touch: time, chance, the process, the network, the disk. */
const IMPURE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Date.now', /\bDate\.now\b/],
  ['new Date()', /\bnew Date\(\s*\)/],
  ['Math.random', /\bMath\.random\b/],
  ['performance', /\bperformance\.now\b/],
  ['fetch', /(?<![.\w])fetch\(/],
  ['process', /(?<![.\w])process\./],
  ['Buffer', /(?<![.\w])Buffer\b/],
  ['console', /(?<![.\w])console\./],
  ['globalThis', /\bglobalThis\b/],
  ['timers', /(?<![.\w])(setTimeout|setInterval|setImmediate|queueMicrotask)\(/],
];

export function impurities(source: Source): string[] {
  const code = codeOnly(source.text);
  return [
    ...source.imports.filter((name) => name.startsWith('node:')).map((name) => `${source.path}: imports ${name}`),
    ...IMPURE.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${source.path}: uses ${name}`),
  ];
}
