import { PROFILES, type Profile } from '@why401/core/rules';
import { askIssuer, type Context, firstUrl, setIssuer } from '../actions/index.ts';
import { button, type Child, make } from '../dom/index.ts';
import { follow, type State } from '../state/index.ts';

/** The field, and a button for each URL that may be asked: what stands on it is what is sent, and nothing else. */
export function issuerAsk(context: Context): HTMLElement {
  return make(
    'section',
    { class: 'card issuer-ask', attributes: { 'aria-label': 'Ask an issuer' } },
    make('div', { class: 'fields' }, field(context), profile(context)),
    follow(
      context.store,
      'div',
      { class: 'presses' },
      ({ issuer, issued, connection }) =>
        [issuer.url, issuer.profile, issuer.asking?.url, issuer.from, issued, connection] as const,
      () => presses(context),
    ),
    make(
      'p',
      { class: 'dim small-print' },
      'The why401 server on this machine asks, not the browser: one document a press, no redirect is followed, and at most 1 MiB is read in 5 s.',
    ),
  );
}

function field(context: Context): HTMLElement {
  const { store } = context;
  const input = make('input', {
    id: 'issuer-url',
    attributes: {
      type: 'text',
      inputmode: 'url',
      autocomplete: 'off',
      spellcheck: 'false',
      autocapitalize: 'off',
      placeholder: 'https://idp.example/realms/a',
    },
    on: {
      input: () => setIssuer(context, { url: input.value.trim() }),
      keydown: (event) => {
        if ((event as KeyboardEvent).key !== 'Enter') return;
        // It only leads to the button, which says what pressing it will send.
        event.preventDefault();
        document.getElementById('issuer-press')?.focus();
      },
    },
  });
  store.watch(
    input,
    ({ issuer }) => [issuer.url],
    ([url]) => {
      if (input.value.trim() !== url) input.value = url;
    },
  );
  return make(
    'div',
    { class: 'field grow' },
    make('label', { attributes: { for: 'issuer-url' } }, 'Issuer, to the character'),
    input,
  );
}

const WORDS: Readonly<Record<Profile, string>> = {
  auto: 'what it is (auto)',
  oidc: 'OpenID Connect',
  oauth: 'OAuth 2.0',
  workload: 'workload identity',
  fapi2: 'FAPI 2.0',
  kong: 'what Kong needs',
};

function profile(context: Context): HTMLElement {
  const options = PROFILES.map((value) => make('option', { attributes: { value } }, WORDS[value]));
  const select = make(
    'select',
    { id: 'issuer-profile', on: { change: () => setIssuer(context, { profile: select.value as Profile }) } },
    ...options,
  );
  context.store.watch(
    select,
    ({ issuer }) => [issuer.profile],
    ([chosen]) => {
      select.value = chosen;
    },
  );
  return make('div', { class: 'field' }, make('label', { attributes: { for: 'issuer-profile' } }, 'Held to'), select);
}

function presses(context: Context): Child[] {
  const { state } = context.store;
  const { issuer, connection } = state;
  const first = firstUrl(issuer);
  if (first === undefined) {
    const words =
      issuer.url === ''
        ? 'Type the issuer, or drop a discovery document or a JWK set to judge it offline.'
        : 'An issuer begins with https://';
    return [make('p', { class: 'dim' }, words)];
  }
  const next = nextOf(state);
  const isOff = issuer.asking !== null || connection !== 'connected';
  return [
    ...(next === undefined ? [] : [press(context, next, 'issuer-press', true, isOff)]),
    press(
      context,
      first,
      next === undefined ? 'issuer-press' : 'issuer-again',
      next === undefined && issuer.from !== 'asked',
      isOff,
    ),
  ];
}

/** What is due after what came, where that was asked for. */
function nextOf({ issuer, issued }: State): string | undefined {
  if (issuer.from !== 'asked' || issued?.state !== 'answered') return undefined;
  return issued.answer.next?.url;
}

function press(context: Context, url: string, id: string, isNext: boolean, isOff: boolean): HTMLElement {
  const self = button('GET ', () => void askIssuer(context, url), {
    id,
    class: isNext ? 'primary press' : 'quiet press',
  });
  self.append(make('code', {}, url));
  self.disabled = isOff;
  return self;
}
