/** What a template renders to, and what it depends on: `env:DECK_ISSUER`. */
export interface Rendered {
  /** Undefined where it is not known. */
  readonly value: string | undefined;
  readonly name: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const ENV = /\benv\s+(?:"([^"]*)"|`([^`]*)`)/;
/** `env "DECK_X" | toInt | indent 4`, or `toInt (env "DECK_X")` */
const PIPE = /^\s*-?\s*env\s+(?:"[^"]*"|`[^`]*`)((?:\s*\|\s*\w+(?:\s+\d+)?)*)\s*-?\s*$/;
const CALL = /^\s*-?\s*(to\w+)\s*\(?\s*env\s+(?:"[^"]*"|`[^`]*`)\s*\)?\s*-?\s*$/;

/** decK's functions (go-database-reconciler `pkg/file/template.go`); undefined where decK would stop with an error. */
const FUNCTIONS: Readonly<Record<string, (text: string, argument: number) => string | undefined>> = {
  toInt: (text) => (/^[+-]?\d+$/.test(text) ? String(Number.parseInt(text, 10)) : undefined),
  toFloat: (text) => (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? String(Number(text)) : undefined),
  toBool: (text) => {
    if (/^(?:1|t|true)$/i.test(text)) return 'true';
    return /^(?:0|f|false)$/i.test(text) ? 'false' : undefined;
  },
  indent: (text, width) => text.replaceAll('\n', `\n${' '.repeat(width)}`),
};

/** What stands between `${{` and `}}`, with the variables that are given. decK reads only those that begin with `DECK_`. */
export function rendered(inside: string, env: Env): Rendered {
  const [, quoted, raw] = ENV.exec(inside) ?? [];
  const variable = quoted ?? raw;
  if (variable === undefined) return { value: undefined, name: `template:${inside.trim()}` };
  const name = `env:${variable}`;
  const steps = stepsOf(inside);
  const start = variable.startsWith('DECK_') && Object.hasOwn(env, variable) ? env[variable] : undefined;
  if (start === undefined || steps === undefined) return { value: undefined, name };
  let value: string | undefined = start;
  for (const [step, argument] of steps) {
    const apply = Object.hasOwn(FUNCTIONS, step) ? FUNCTIONS[step] : undefined;
    value = value === undefined ? undefined : apply?.(value, argument);
  }
  return { value, name };
}

function stepsOf(inside: string): readonly (readonly [name: string, argument: number])[] | undefined {
  const [, called] = CALL.exec(inside) ?? [];
  if (called !== undefined) return [[called, 0]];
  const [, piped] = PIPE.exec(inside) ?? [];
  if (piped === undefined) return undefined;
  return piped
    .split('|')
    .slice(1)
    .map((step) => {
      const [name = '', argument = '0'] = step.trim().split(/\s+/);
      return [name, Number(argument)] as const;
    });
}
