import type { Finding } from '@why401/core';
import { code, type Line, line, value } from '@why401/core/report';
import { showInstant, showRelative } from '@why401/core/timeline';
import { listed } from './telling.ts';

interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly zone: string;
}

type Tell = (data: Readonly<Record<string, unknown>>, place: string, moment: Moment) => readonly Line[];

/** Acceptances that should worry, each as a sentence that stands alone and its details. */
const SURPRISES: Readonly<Record<string, Tell>> = {
  'kong-jwt-expired-but-accepted': ({ exp }, place, { now, zone }) => [
    line`The token expired ${showRelative(Number(exp) * 1000, now)} (${code('exp')} ${value(showInstant(Number(exp) * 1000, zone, now))}, now ${value(showInstant(now, zone, Number(exp) * 1000))}), and Kong accepts it:`,
    line`${code('exp')} is not in ${code('claims_to_verify')}${place}, so it is never looked at.`,
  ],
  'kong-jwt-not-yet-valid-but-accepted': ({ nbf }, place, { now, zone }) => [
    line`The token begins ${showRelative(Number(nbf) * 1000, now)} (${code('nbf')} ${value(showInstant(Number(nbf) * 1000, zone, now))}), and Kong accepts it:`,
    line`${code('nbf')} is not in ${code('claims_to_verify')}${place}, so it is never looked at.`,
  ],
  'kong-jwt-anonymous-accepts': ({ discarded, anonymous }, place) => [
    line`The token is refused (${value(String(discarded))}), and Kong lets the request in all the same, as the consumer ${value(String(anonymous))}:`,
    line`the plugin has ${code('anonymous')}${place}, which throws every 401 away.`,
  ],
  'kong-anonymous-accepts': ({ plugin, discarded, anonymous }, place) => [
    line`The plugin ${code(String(plugin))} refuses (${value(String(discarded))}), and Kong lets the request in all the same, as the consumer ${value(String(anonymous))}:`,
    line`it has ${code('anonymous')}${place}, which throws every 401 away.`,
  ],
  'kong-jwt-preflight-unchecked': ({ headers }, place) => [
    line`The request brings identity headers of its own, and they reach the upstream: ${listed((headers as string[]) ?? [])}.`,
    line`${code('run_on_preflight')} is off${place}: OPTIONS requests are not looked at, and nothing is cleared.`,
  ],
};

export function surpriseWords({ id, data, place }: Finding, moment: Moment): readonly Line[] {
  const where =
    place?.line === undefined
      ? ''
      : ` (${[place.file, place.line, place.column].filter((one) => one !== undefined).join(':')})`;
  return SURPRISES[id]?.(data as Readonly<Record<string, unknown>>, where, moment) ?? [];
}

/** What remains to worry about once everything passes. */
const WORRIES: Readonly<Record<string, Line>> = {
  'kong-jwt-expired-but-accepted': line`Note: it has expired, and ${code('exp')} is not checked here: it would pass for ever.`,
  'kong-jwt-not-yet-valid-but-accepted': line`Note: its ${code('nbf')} lies ahead, and is not checked here.`,
  'kong-jwt-anonymous-accepts': line`Note: it would be let in as anonymous all the same.`,
  'kong-anonymous-accepts': line`Note: bad credentials would be let in as anonymous all the same.`,
  'kong-jwt-preflight-unchecked': line`Note: identity headers of the caller would reach the upstream.`,
};

export function worrySentence(id: string): Line | undefined {
  return WORRIES[id];
}
