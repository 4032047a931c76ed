import type { Problem } from '@why401/core';
import type { Paste, PastedRequest } from '@why401/core/input';
import { type Aim, aim, type Sent } from '../aim.ts';
import type { Gateway } from '../config/index.ts';
import type { ActualReply } from '../explanation/index.ts';
import { fromBytes, headersOfPaste, toBytes, type WireRequest, wireOfPaste } from '../wire/index.ts';
import type { Question } from './model.ts';
import { notToExplain } from './other-things.ts';

/** One request to explain, and what had to be decided to have it. */
export interface Sending {
  readonly request: WireRequest;
  /** The real answer that stood beside it in the paste. */
  readonly reply: ActualReply | undefined;
  /** Undefined where the paste said everything. */
  readonly note: string | undefined;
}

export type Sendings =
  | { readonly ok: true; readonly sendings: readonly Sending[] }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The requests that a paste stands for: itself, or one for each instance that would look at a bare token.
 * Problems: `no-token`, `route-not-found`, and a code for each thing that cannot be explained.
 */
export function sendingsOf({ paste, name, route, service }: Question, gateway: Gateway): Sendings {
  const chosen = chooseRequest(paste);
  if (chosen !== undefined && chosen.request.from !== 'headers')
    return { ok: true, sendings: [ofRequest(paste, chosen)] };
  const token = paste.tokens[paste.chosen];
  if (chosen === undefined && token === undefined) return { ok: false, problem: notToExplain(paste.kind, name) };
  const sent: Sent =
    chosen === undefined
      ? { kind: 'token', token: token?.text ?? '' }
      : { kind: 'headers', headers: headersOfPaste(chosen.request.headers) };
  const wanted = { ...(route !== undefined && { route }), ...(service !== undefined && { service }) };
  const aimed = aim(gateway, sent, wanted);
  if (!aimed.ok) return aimed;
  return { ok: true, sendings: aimed.aims.map((one) => ofAim(one, chosen?.request.host)) };
}

interface Chosen {
  readonly request: PastedRequest;
  readonly index: number;
}

/** Of several the first that was refused, else the first that carries a token, else the first. */
function chooseRequest({ requests, responses, tokens }: Paste): Chosen | undefined {
  const refused = responses.find(({ status, request }) => (status === 401 || status === 403) && request >= 0);
  const carries = ({ headers, target }: PastedRequest): boolean =>
    tokens.some(({ text }) => target.includes(text) || headers.some(([, value]) => value.includes(text)));
  const index = refused?.request ?? Math.max(0, requests.findIndex(carries));
  const request = requests[index];
  return request && { request, index };
}

function ofRequest({ requests, responses }: Paste, { request, index }: Chosen): Sending {
  const others = requests.length - 1;
  const note =
    others === 0
      ? undefined
      : `request ${index + 1} of ${others + 1} is explained: ${request.method} ${pathOf(request.target)}`;
  return { request: wireOfPaste(request), reply: responses.filter((one) => one.request === index).at(-1), note };
}

function ofAim({ request, route, plugin, alike }: Aim, host: string | undefined): Sending {
  const { method, scheme, target } = request;
  const at = host === undefined ? fromBytes(request.host) : host;
  const more =
    alike.length === 0
      ? ''
      : ` (${alike.length} more ${alike.length === 1 ? 'route has' : 'routes have'} the same ${plugin?.name ?? 'plugins'} configuration)`;
  return {
    request: host === undefined ? request : { ...request, host: toBytes(host) },
    reply: undefined,
    note: `judged as ${method} ${scheme}://${at}${pathOf(fromBytes(target))} on route ${fromBytes(route.name ?? route.id)}${more}`,
  };
}

/** The query may hold the token. */
const pathOf = (target: string): string => target.replace(/\?.*$/s, '?…');
