import { fromBytes, headersTruncated } from '../../../wire/index.ts';
import type { Exchange } from '../../exchange.ts';
import { truncationNotice } from '../../notices.ts';
import { unknownIn } from '../../unknown-values.ts';
import { passedOver } from '../passed-over.ts';
import { type Retrieval, type RetrievedToken, retrieveTokens } from '../retrieve.ts';
import { crash, type JwtState, pass, refuse, type StepCheck, type StepResult, unknown } from '../state.ts';
import type { FoundToken } from '../steps.ts';

/** J09 to J12: exactly one token in the configured places. */
export const token: StepCheck = (state) => {
  const { config, exchange, switches, plugin } = state;
  const names = unknownIn([config.uri_param_names, config.cookie_names, config.header_names]);
  if (names.length > 0) return unknown('J10', { query: [], cookies: [], headers: [], passedOver: [] }, names);
  const retrieval = retrieveTokens(exchange.request, config, switches);
  notice(exchange, retrieval);
  const { tokens, nullList } = retrieval;
  if (nullList !== undefined) {
    const text = "bad argument #1 to 'ipairs' (table expected, got nil)";
    return crash('J09', { field: nullList }, nullList, text, { at: () => plugin.place(`config.${nullList}`) });
  }
  const [only] = tokens;
  if (only === undefined)
    return refuse('J10', noToken(state), 'Unauthorized', { challenge: 'base', at: () => plugin.place() });
  if (tokens.length > 1) return refuse('J11', { tokens: tokens.map(described) }, 'Multiple tokens provided');
  return single(state, only);
};

function single(state: JwtState, only: RetrievedToken): StepResult {
  const data = { token: described(only) };
  if (only.text === true) return refuse('J12', data, 'Unrecognizable token');
  state.token = only.text;
  return pass('J12', data, { found: `${data.token.from} ${data.token.name}` });
}

const described = ({ from, name, text }: RetrievedToken): FoundToken => ({
  from,
  name: fromBytes(name),
  length: text === true ? null : text.length,
});

const noToken = ({ config, exchange }: JwtState) => ({
  query: (config.uri_param_names ?? []).map(fromBytes),
  cookies: (config.cookie_names ?? []).map(fromBytes),
  headers: (config.header_names ?? []).map(fromBytes),
  passedOver: passedOver(exchange.request, config),
});

function notice({ log, release, request }: Exchange, retrieval: Retrieval): void {
  if (retrieval.query.truncated) log.push(...truncationNotice(release, 'arguments', 'jwt'));
  if (retrieval.readHeaders && headersTruncated(request)) log.push(...truncationNotice(release, 'headers', 'jwt'));
}
