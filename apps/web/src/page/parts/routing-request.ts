import { boxRequest, type Context, routeBox, setRequest, shownParts } from '../actions/index.ts';
import { button, make } from '../dom/index.ts';
import { follow, type RequestParts } from '../state/index.ts';

type Name = keyof RequestParts;

/** The request that is routed, part by part: that of the box until somebody types here. */
export function routingRequest(context: Context): HTMLElement {
  return make(
    'section',
    { class: 'card routing-request', attributes: { 'aria-label': 'The request that is routed' } },
    make('h2', {}, 'Which Route takes this request?'),
    make(
      'div',
      { class: 'fields' },
      field(context, 'method', 'Method', 'short'),
      scheme(context),
      field(context, 'host', 'Host', 'grow', 'api.example'),
      field(context, 'target', 'Path', 'grow', '/orders?page=2'),
    ),
    headers(context),
    follow(
      context.store,
      'p',
      { class: 'asked' },
      (state) => [state.routing.request === null, boxRequest(state) === undefined] as const,
      ([isBox, isEmpty]) => {
        if (isEmpty) return [make('span', { class: 'dim' }, 'Or paste a request into the box above.')];
        if (isBox) return [make('span', { class: 'dim' }, 'This is the request in the box.')];
        return [
          button('Use the request in the box', () => routeBox(context), { id: 'route-box', class: 'quiet small' }),
        ];
      },
    ),
  );
}

function field(context: Context, name: Name, title: string, classes: string, placeholder = ''): HTMLElement {
  const id = `route-${name}`;
  const input = make('input', {
    id,
    attributes: { type: 'text', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', placeholder },
    on: { input: () => setRequest(context, { [name]: input.value }) },
  });
  shows(context, input, name);
  return make('div', { class: `field ${classes}` }, make('label', { attributes: { for: id } }, title), input);
}

function scheme(context: Context): HTMLElement {
  const options = ['https', 'http'].map((value) => make('option', { attributes: { value } }, value));
  const select = make(
    'select',
    {
      id: 'route-scheme',
      on: { change: () => setRequest(context, { scheme: select.value === 'http' ? 'http' : 'https' }) },
    },
    ...options,
  );
  shows(context, select, 'scheme');
  return make('div', { class: 'field' }, make('label', { attributes: { for: 'route-scheme' } }, 'Scheme'), select);
}

function headers(context: Context): HTMLElement {
  const area = make('textarea', {
    id: 'route-headers',
    attributes: { rows: '2', spellcheck: 'false', autocomplete: 'off', placeholder: 'X-Tenant: blue' },
    on: { input: () => setRequest(context, { headers: area.value }) },
  });
  shows(context, area, 'headers');
  return make(
    'div',
    { class: 'field' },
    make('label', { attributes: { for: 'route-headers' } }, 'Headers, a line each'),
    area,
  );
}

/** Follows the state without moving the cursor of who types. */
function shows(context: Context, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, name: Name): void {
  context.store.watch(
    input,
    (state) => [shownParts(state)[name]],
    ([value]) => {
      if (input.value !== value) input.value = value;
    },
  );
}
