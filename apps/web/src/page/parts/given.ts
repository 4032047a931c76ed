import { showInstant } from '@why401/core/timeline';
import { type Context, localZone, setGateway, setNow, setZone } from '../actions/index.ts';
import { button, type Child, fold, make } from '../dom/index.ts';
import { follow, type State } from '../state/index.ts';
import { bytesWords, countWords, KONG_VERSIONS, ROUTER_FLAVORS } from '../words/index.ts';

/** What was loaded beside the paste, and what it is judged by. */
export const given = (context: Context): HTMLElement[] => [chips(context), settings(context), notes(context)];

function chips(context: Context): HTMLElement {
  const { store } = context;
  return follow(
    store,
    'ul',
    { class: 'chips', attributes: { 'aria-label': 'Loaded' } },
    ({ configuration, keys, issuer, reply, now, zone }) =>
      [configuration, keys, issuer.metadata, reply, now, zone] as const,
    ([configuration, keys, metadata, reply, now, zone]) => [
      ...(configuration?.files ?? []).map(({ name, bytes }) => chip(name, configurationWords(configuration, bytes))),
      ...(keys?.files ?? []).map(({ name, keys: list }) =>
        chip(name, list === undefined ? 'keys' : countWords(list.length, 'key')),
      ),
      ...(metadata?.files ?? [])
        .slice(-1)
        .map(({ name, issuer }) =>
          chip(name, issuer === null ? 'metadata document' : `metadata document of ${issuer}`),
        ),
      reply === null
        ? null
        : chip(
            'Kong’s answer',
            reply.title,
            button('Remove', () => store.set({ reply: null }), { id: 'reply-remove', class: 'quiet small' }),
          ),
      now === null
        ? null
        : chip(
            'Clock',
            showInstant(now, zone),
            button('Use the real time', () => setNow(context, null), { id: 'now-real', class: 'quiet small' }),
          ),
    ],
  );
}

const chip = (name: string, words: string, more: Child = null): HTMLElement =>
  make('li', { class: 'chip' }, make('strong', {}, name), make('span', { class: 'dim' }, words), more);

function configurationWords(configuration: State['configuration'], bytes: number): string {
  const { routes } = configuration?.summary ?? {};
  const only = configuration?.files.length === 1 && routes !== undefined ? `, ${countWords(routes, 'route')}` : '';
  return `${bytesWords(bytes)}${only}`;
}

function settings(context: Context): HTMLElement {
  const { store } = context;
  const title = follow(
    store,
    'span',
    {},
    ({ gateway, zone }) => [gateway, zone] as const,
    ([{ kongVersion, routerFlavor, route, service }, zone]) => {
      const parts = [
        `Kong ${kongVersion === '' ? '3.9' : kongVersion}`,
        routerFlavor,
        route === '' ? '' : `route ${route}`,
        service === '' ? '' : `service ${service}`,
        `times in ${zone}`,
      ];
      return [parts.filter((part) => part !== '').join(' · ')];
    },
  );
  return fold({ id: 'settings', title, class: 'settings' }, () => {
    const { gateway, zone } = store.state;
    return make(
      'div',
      { class: 'fields' },
      choice('Kong', 'kong-version', KONG_VERSIONS, gateway.kongVersion, (value) =>
        setGateway(context, { kongVersion: value }),
      ),
      choice('Router', 'router-flavor', ['', ...ROUTER_FLAVORS], gateway.routerFlavor, (value) =>
        setGateway(context, { routerFlavor: value }),
      ),
      field('Route, for a bare token', 'route', gateway.route, (value) => setGateway(context, { route: value })),
      field('Service, for a bare token', 'service', gateway.service, (value) =>
        setGateway(context, { service: value }),
      ),
      choice('Times in', 'zone', [...new Set(['UTC', localZone(), zone])], zone, (value) => setZone(context, value)),
    );
  });
}

function choice(title: string, id: string, values: readonly string[], chosen: string, take: (value: string) => void) {
  const options = values.map((value) => {
    const option = make('option', { attributes: { value } }, value === '' ? 'as the version has it' : value);
    option.selected = value === chosen;
    return option;
  });
  const select = make('select', { id, on: { change: () => take(select.value) } }, ...options);
  return make('div', { class: 'field' }, make('label', { attributes: { for: id } }, title), select);
}

function field(title: string, id: string, value: string, take: (value: string) => void): HTMLElement {
  const input = make('input', {
    id,
    attributes: { type: 'text', autocomplete: 'off', spellcheck: 'false' },
    on: { input: () => take(input.value.trim()) },
  });
  input.value = value;
  return make('div', { class: 'field' }, make('label', { attributes: { for: id } }, title), input);
}

function notes({ store }: Context): HTMLElement {
  return follow(
    store,
    'div',
    { class: 'notes', attributes: { role: 'status' } },
    (state) => [state.notes],
    ([list]) => [
      ...list.map(({ message, hint }) =>
        make('p', {}, message, hint === undefined ? null : make('span', { class: 'dim' }, ` ${hint}`)),
      ),
      list.length === 0
        ? null
        : make(
            'p',
            {},
            button('Dismiss', () => store.set({ notes: [] }), { id: 'notes-dismiss', class: 'quiet small' }),
          ),
    ],
  );
}
