import type { Reply } from '../../wire/index.ts';
import { exitError, exitJson, headersTruncated } from '../../wire/index.ts';
import { truncationNotice } from '../notices.ts';
import { errorLine } from './log-lines.ts';
import type { JwtState, Refusal } from './state.ts';

const UNEXPECTED = 'An unexpected error occurred';

/** The reply of a failing step that `anonymous` does not rescue. */
export function replyTo(state: JwtState, refusal: Refusal): Reply {
  const { request } = state.exchange;
  if (refusal.kind === 'crash') return crashed(state, refusal);
  return exitJson(request, 401, refusal.members, challenge(state, refusal.challenge));
}

/** The error is logged, and the core answers; that reads `Accept`, which may be noted once more. */
function crashed({ exchange, switches }: JwtState, { row, text }: Extract<Refusal, { kind: 'crash' }>): Reply {
  const { log, release, request } = exchange;
  log.push(errorLine(release, row, text));
  if (switches.errorsFollowAccept && headersTruncated(request)) log.push(...truncationNotice(release, 'headers'));
  return exitError(request, 500, UNEXPECTED, switches);
}

/** A2: `anonymous` names nobody. */
export function missingAnonymous(state: JwtState, anonymous: string): Reply {
  const { exchange, switches } = state;
  if (!switches.namesMissingAnonymous)
    return crashed(state, { kind: 'crash', row: 'anonymous', text: 'either credential or consumer must be provided' });
  const message = `anonymous consumer ${anonymous} is configured but doesn't exist`;
  exchange.log.push(errorLine(exchange.release, 'anonymous', message));
  if (headersTruncated(exchange.request)) exchange.log.push(...truncationNotice(exchange.release, 'headers'));
  return exitError(exchange.request, 500, message, switches);
}

/** `WWW-Authenticate` of a 401. The realm's own quotes are not escaped. */
function challenge(
  { config, switches }: JwtState,
  kind: 'none' | 'base' | 'error',
): readonly (readonly [string, string])[] {
  if (!switches.wwwAuthenticate || kind === 'none') return [];
  const base = config.realm === null ? 'Bearer' : `Bearer realm="${config.realm}"`;
  const comma = config.realm !== null && switches.commaAfterRealm ? ',' : '';
  return [['www-authenticate', kind === 'base' ? base : `${base}${comma} error="invalid_token"`]];
}
