import { compilePattern, RUNAWAY } from '../router/regex/index.ts';

/** Whether `ngx.re.find` finds the pattern; `undefined` where that cannot be said. An invalid one finds nothing. */
export function finds(
  source: string,
  text: string,
  options: { readonly anchored?: boolean } = {},
): boolean | undefined {
  const compiled = compilePattern('pcre', source, options);
  if (!compiled.ok) return compiled.kind === 'invalid' ? false : undefined;
  const found = compiled.pattern.find(text);
  return found === RUNAWAY ? undefined : found !== undefined;
}
