import type { PastedRequest } from '@why401/core/input';
import { MOST_JSON } from '../server/index.ts';
import { judgedText, type RequestParts, type State } from '../state/index.ts';
import type { Context } from './context.ts';

const EMPTY: RequestParts = { method: 'GET', scheme: 'https', host: '', target: '', headers: '' };

/** The request of the box, if it has one with a target. */
export const boxRequest = ({ reading }: State): PastedRequest | undefined => {
  const [request] = reading.paste.requests;
  return request === undefined || request.from === 'headers' ? undefined : request;
};

/** What the fields show: what was typed, else the request of the box. */
export function shownParts(state: State): RequestParts {
  const { request } = state.routing;
  if (request !== null) return request;
  const pasted = boxRequest(state);
  if (pasted === undefined) return EMPTY;
  const { method, scheme = 'https', host = '', port, target, headers } = pasted;
  return {
    method,
    scheme,
    host: port === undefined ? host : `${host}:${port}`,
    target,
    headers: headers
      .filter(([name]) => name.toLowerCase() !== 'host')
      .map(([name, value]) => `${name}: ${shownValue(name, value)}`)
      .join('\n'),
  };
}

/** What may be a credential has no place in a field that only shows what is in the box. */
const shownValue = (name: string, value: string): string =>
  /auth|cookie|token|key|secret|credential/i.test(name) ? '…' : value;

export function setRequest({ store }: Context, change: Partial<RequestParts>): void {
  const request = { ...shownParts(store.state), ...change };
  store.set({ routing: { ...store.state.routing, request }, typing: true });
}

/** Back to the request in the box. */
export const routeBox = ({ store }: Context): void =>
  store.set({ routing: { ...store.state.routing, request: null }, typing: false });

export const setFind = ({ store }: Context, find: string): void =>
  store.set({ routing: { ...store.state.routing, find }, typing: true });

type Asked = { readonly path: string; readonly body: object };

const settings = ({ gateway: { kongVersion, routerFlavor } }: State): object => ({
  ...(kongVersion !== '' && { kongVersion }),
  ...(routerFlavor !== '' && { routerFlavor }),
});

const isShown = ({ view, configuration }: State): boolean =>
  view === 'configuration' && (configuration?.files ?? []).length > 0;

/** What stands in the files. */
export function entitiesQuestion(state: State): Asked | undefined {
  if (!isShown(state)) return undefined;
  const { find } = state.routing;
  return { path: '/api/entities', body: { ...settings(state), ...(find !== '' && { find }) } };
}

/** Which Route takes the request. */
export function routeQuestion(state: State): Asked | undefined {
  const { configuration, routing, reading, choice } = state;
  if (!isShown(state) || (configuration?.refusals ?? []).length > 0) return undefined;
  if (routing.request !== null) {
    const { target, method } = routing.request;
    const whole = {
      ...routing.request,
      method: method.trim() || 'GET',
      target: target.startsWith('/') ? target : `/${target}`,
    };
    return { path: '/api/route', body: { ...whole, ...settings(state) } };
  }
  const text = boxRequest(state) === undefined ? undefined : judgedText(reading, choice, MOST_JSON);
  return text === undefined ? undefined : { path: '/api/route', body: { paste: text, ...settings(state) } };
}
