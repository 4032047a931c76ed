import type { Call } from '../run.ts';
import { globalOptions } from './globals.ts';
import { isNegation, nameOf, type OptionSpec, propertyOf, takesValue, type VerbSpec } from './spec.ts';

/**
 * The plain spelling of a call: verb, then arguments and `--long value` options. Read from the same data as
 * commander's tree and to the same result (a test holds the two together), but without loading commander,
 * which would cost every start a tenth. Undefined where anything is unusual: then commander reads it.
 */
export function readPlainCall(argv: readonly string[], verbs: readonly VerbSpec[]): Call<never> | undefined {
  const [name, ...words] = argv;
  const verb = verbs.find((one) => one.name === name && one.isDefault !== true);
  if (verb === undefined) return undefined;
  const specs = [...globalOptions, ...verb.options];
  const options: Record<string, unknown> = Object.fromEntries(specs.flatMap(defaultOf));
  const args: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      args.push(word);
      continue;
    }
    const spec = specs.find(({ flags }) => nameOf(flags) === word);
    const value = spec !== undefined && takesValue(spec) ? words[++at] : !(spec && isNegation(spec));
    if (spec === undefined || !isPlain(spec, value)) return undefined;
    const property = propertyOf(spec);
    options[property] = spec.repeat ? [...(options[property] as readonly unknown[]), value] : value;
  }
  if (!takes(verb, args)) return undefined;
  return { command: verb.name, args, options: options as never, load: verb.load };
}

function defaultOf(spec: OptionSpec): (readonly [string, unknown])[] {
  const value = spec.repeat ? [] : isNegation(spec) ? true : spec.default;
  return value === undefined ? [] : [[propertyOf(spec), value]];
}

const isPlain = ({ choices }: OptionSpec, value: string | boolean | undefined): boolean =>
  typeof value === 'boolean' ||
  (value !== undefined &&
    (value === '-' || !value.startsWith('-')) &&
    (choices === undefined || choices.includes(value)));

function takes(verb: VerbSpec, args: readonly string[]): boolean {
  const required = verb.arguments.filter(({ flags }) => flags.startsWith('<')).length;
  const most = verb.arguments.some(({ flags }) => flags.includes('...'))
    ? Number.POSITIVE_INFINITY
    : verb.arguments.length;
  const chosen = args.every((arg, at) => verb.arguments[at]?.choices?.includes(arg) ?? true);
  return args.length >= required && args.length <= most && chosen;
}
