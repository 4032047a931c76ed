import { type Context, issOf, lookAtIssuer } from '../actions/index.ts';
import { button, type Child, make } from '../dom/index.ts';

/** Leads to the view that can ask the issuer of this token. Nobody is asked by this button. */
export function fetchIssuer(context: Context): Child {
  const iss = issOf(context.store.state);
  if (iss === undefined || !/^https?:\/\//i.test(iss)) return null;
  return make(
    'p',
    { class: 'fetch-issuer' },
    make('span', { class: 'dim' }, 'Issuer '),
    make('code', { class: 'value' }, iss),
    button('Fetch this issuer …', () => lookAtIssuer(context, iss), {
      id: 'fetch-issuer',
      class: 'quiet small',
      attributes: { title: 'Shows the exact URLs first; nothing is sent by this button' },
    }),
  );
}
