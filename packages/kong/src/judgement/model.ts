import type { Basis, Finding, Outcome, Place, Problem } from '@why401/core';
import type { Consumer, Plugin, Route, Service } from '../config/model.ts';
import type { KongVersion, RouterFlavor } from '../versions/index.ts';
import type { Reply } from '../wire/request.ts';

/**
 * What the gateway does with one request, as data. Wording comes later (`explanation/words`),
 * and so do the cures (`cure/`), which need the whole of it.
 */
export interface Judgement {
  readonly version: KongVersion;
  readonly flavor: RouterFlavor;
  readonly outcome: 'answered' | 'proxied' | 'undetermined';
  /** What Kong writes itself; null where the upstream answers or nothing could be decided. */
  readonly reply: Reply | null;
  /** What could not be seen. Not empty exactly when undetermined. */
  readonly because: readonly Problem[];
  readonly route: Route | null;
  readonly service: Service | null;
  /** The plugin that answered. */
  readonly plugin: Plugin | null;
  /** The check that failed: `credential`, `signature`, …; of `plugin`, or of nginx or the router where that is null. */
  readonly failed: Check | null;
  readonly consumer: Consumer | null;
  readonly anonymous: boolean;
  readonly upstream: Upstream | null;
  /** Headers that Kong adds to the upstream's answer. Absent where it does not proxy. */
  readonly added?: Reply['headers'];
  /** Every check in the order in which the gateway makes them, the ones not reached left out. */
  readonly path: readonly Check[];
  /** Error-log lines without time, pid and connection: `[error] [kong] init.lua:406 [jwt] …`. */
  readonly log: readonly string[];
  /** Acceptances that should worry: an expired token that passes, a bad one let in as anonymous. */
  readonly surprises: readonly Finding[];
  /** `headers` of kong.conf leaves no mark of Kong's on its answers: nothing follows from an answer without one. */
  readonly unmarked?: true;
  /** The gateway picks among equals at random; this is the usual pick. */
  readonly random: boolean;
}

export interface Upstream {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** What Kong says of the client, whatever came: `X-Forwarded-*` but the prefix, and `X-Real-IP`. */
  readonly forwarded?: Reply['headers'];
}

/**
 * One check. `step` is the row of `docs/rules/kong-jwt.md` that decided it (`J36`), `name` the
 * word a person reads (`credential`). `data` is typed by the step and worded in `words/`.
 */
export interface Check<Data = unknown> {
  readonly plugin: Plugin | null;
  readonly step: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly data: Data;
  readonly found?: string;
  readonly wanted?: string;
  readonly place?: Place;
  readonly basis: readonly Basis[];
  /** It failed or could not be made, and the judge was asked to go on as if it had passed. */
  readonly assumed?: true;
}
