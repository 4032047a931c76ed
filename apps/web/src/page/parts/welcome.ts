import { type Context, showExample } from '../actions/index.ts';
import { button, make } from '../dom/index.ts';
import { follow } from '../state/index.ts';

const STEPS: readonly (readonly [string, string])[] = [
  ['Paste', 'the request that was refused: a curl command, a header, a token, a HAR, a log line. Or Kong’s answer.'],
  [
    'Drop',
    'the configuration of the gateway: a decK file, a DB-less kong.yaml, an Admin API export. A JWK set or a public key checks signatures.',
  ],
  ['Read', 'what Kong answers, which check of which plugin says so, and the change that cures it.'],
];

/** What an empty page says. */
export function welcome(context: Context): HTMLElement {
  const steps = STEPS.map(([verb, words]) => make('li', {}, make('strong', {}, verb), ` ${words}`));
  const examples = follow(
    context.store,
    'div',
    { class: 'examples' },
    (state) => [state.examples],
    ([given]) =>
      given === null
        ? []
        : [
            make('h2', {}, 'Or look at a real one'),
            make(
              'div',
              { class: 'example-buttons' },
              ...given.examples.map((example, at) =>
                button(example.title, () => void showExample(context, given, example), {
                  id: `example-${at}`,
                  class: 'example',
                }),
              ),
            ),
          ],
  );
  return make(
    'section',
    { class: 'welcome', attributes: { 'aria-label': 'How to begin' } },
    make('ol', {}, ...steps),
    examples,
  );
}
