/** One call of Kong's PDK with literal arguments. */
export type Statement =
  | { readonly kind: 'set-header' | 'set-response-header'; readonly name: string; readonly value: string }
  | { readonly kind: 'clear-header'; readonly name: string }
  | { readonly kind: 'authenticate'; readonly credential: string }
  | { readonly kind: 'exit' | 'error'; readonly status: number; readonly body?: string }
  | { readonly kind: 'nothing' };

const TEXT = String.raw`(?:"([^"\\\n]*)"|'([^'\\\n]*)')`;
const call = (name: string, ...args: readonly string[]): RegExp =>
  new RegExp(String.raw`^${name.replaceAll('.', String.raw`\s*\.\s*`)}\s*\(\s*${args.join(String.raw`\s*,\s*`)}\s*\)`);

type Form = readonly [form: RegExp, made: (groups: readonly (string | undefined)[]) => Statement];

const text = (groups: readonly (string | undefined)[], at: number): string => groups[at] ?? groups[at + 1] ?? '';

const FORMS: readonly Form[] = [
  [
    call('kong.client.authenticate', 'nil', String.raw`\{\s*id\s*=\s*${TEXT}\s*,?\s*\}`),
    (groups) => ({ kind: 'authenticate', credential: text(groups, 1) }),
  ],
  [
    call('kong.service.request.set_header', TEXT, TEXT),
    (groups) => ({ kind: 'set-header', name: text(groups, 1), value: text(groups, 3) }),
  ],
  [call('kong.service.request.clear_header', TEXT), (groups) => ({ kind: 'clear-header', name: text(groups, 1) })],
  [
    call('kong.response.set_header', TEXT, TEXT),
    (groups) => ({ kind: 'set-response-header', name: text(groups, 1), value: text(groups, 3) }),
  ],
  [
    call('(?:return\\s+)?kong.response.exit', String.raw`(\d{3})`, TEXT),
    (groups) => ({ kind: 'exit', status: Number(groups[1]), body: text(groups, 2) }),
  ],
  [
    call('(?:return\\s+)?kong.response.exit', String.raw`(\d{3})`),
    (groups) => ({ kind: 'exit', status: Number(groups[1]) }),
  ],
  [
    call('(?:return\\s+)?kong.response.error', String.raw`(\d{3})`, TEXT),
    (groups) => ({ kind: 'error', status: Number(groups[1]), body: text(groups, 2) }),
  ],
  [
    call('(?:return\\s+)?kong.response.error', String.raw`(\d{3})`),
    (groups) => ({ kind: 'error', status: Number(groups[1]) }),
  ],
  [call('kong.log', TEXT), () => ({ kind: 'nothing' })],
  [call('kong.log.[a-z]+', TEXT), () => ({ kind: 'nothing' })],
];

const BLANK = /^(?:\s|;|--(?!\[\[)[^\n]*(?:\n|$))+/;

/**
 * A function of which every statement is a call with literal arguments, one after the other: no Lua has to be run to
 * know what it does. `undefined` for any other.
 */
export function statementsOf(source: string): readonly Statement[] | undefined {
  const out: Statement[] = [];
  let rest = source.replace(BLANK, '');
  while (rest !== '') {
    const found = FORMS.map(([form, made]) => ({ groups: form.exec(rest), made })).find(
      ({ groups }) => groups !== null,
    );
    if (found?.groups == null) return undefined;
    out.push(found.made(found.groups));
    rest = rest.slice(found.groups[0].length).replace(BLANK, '');
  }
  return out;
}
