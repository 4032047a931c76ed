import type { Outcome, Place, PublicKey } from '@why401/core';
import type { JwtSecret, Plugin } from '../../config/index.ts';
import type { Switches } from '../../versions/index.ts';
import type { Exchange } from '../exchange.ts';
import type { JwtConfig } from './config.ts';
import type { LogRow } from './log-lines-table.ts';
import type { LuaArray, LuaObject, LuaValue } from './lua-value.ts';
import type { StepData, StepId } from './steps.ts';

/** A token that was taken apart; texts are byte strings. */
export interface Decoded {
  readonly header: LuaValue;
  readonly claims: LuaValue;
  /** Undefined where the segment is no base64. */
  readonly signature: string | undefined;
  readonly signatureSegment: string;
  /** `header.payload`, as received. */
  readonly signingInput: string;
}

/** What the steps hand on to each other. A part is missing where the step that makes it was assumed to pass. */
export interface JwtState {
  readonly plugin: Plugin;
  readonly config: JwtConfig;
  readonly exchange: Exchange;
  readonly switches: Switches;
  token?: string;
  decoded?: Decoded;
  /** The payload, once it is known that Lua can index it. */
  claims?: string | LuaArray | LuaObject;
  key?: string;
  credential?: JwtSecret;
  algorithm?: string;
  /** Secret or public key text, decoded where the configuration says so. */
  keyValue?: string;
  publicKey?: PublicKey;
}

export type Members = readonly (readonly [name: string, value: string])[];

/** How a failing step answers. */
export type Refusal =
  | {
      readonly kind: 'unauthorized';
      readonly members: Members;
      /** `WWW-Authenticate`: none, the bare scheme, or with `error="invalid_token"`. */
      readonly challenge: 'none' | 'base' | 'error';
      readonly random?: true;
    }
  /** An uncaught Lua error: a 500 that `anonymous` does not rescue. */
  | { readonly kind: 'crash'; readonly row: LogRow; readonly text: string };

export interface StepResult<Id extends StepId = StepId> {
  readonly step: Id;
  readonly outcome: Outcome;
  readonly data: StepData[Id];
  readonly found?: string;
  readonly wanted?: string;
  readonly at?: () => Place;
  readonly refusal?: Refusal;
  /** Nothing after this step is looked at, and the request goes on. */
  readonly skips?: true;
  /** Of an unknown outcome: what is not known (`env:DECK_ISSUER`). */
  readonly unknown?: readonly string[];
}

/** One step of the pipeline; `undefined` where it has nothing to look at because an earlier one was assumed. */
export type StepCheck = (state: JwtState) => StepResult | undefined;

export const pass = <Id extends StepId>(
  step: Id,
  data: StepData[Id],
  more: Pick<StepResult, 'found' | 'wanted' | 'at'> = {},
): StepResult<Id> => ({ step, outcome: 'pass', data, ...more });

export const skip = <Id extends StepId>(step: Id, data: StepData[Id]): StepResult<Id> => ({
  step,
  outcome: 'not-applicable',
  data,
  skips: true,
});

export const unknown = <Id extends StepId>(step: Id, data: StepData[Id], names: readonly string[]): StepResult<Id> => ({
  step,
  outcome: 'unknown',
  data,
  unknown: names,
});

type Where = Pick<StepResult, 'found' | 'wanted' | 'at'>;

/** 401 with one message. */
export const refuse = <Id extends StepId>(
  step: Id,
  data: StepData[Id],
  message: string,
  more: Where & { readonly challenge?: 'none' | 'base' } = {},
): StepResult<Id> => {
  const { challenge = 'error', ...where } = more;
  const refusal: Refusal = { kind: 'unauthorized', members: [['message', message]], challenge };
  return { step, outcome: 'fail', data, refusal, ...where };
};

/** 500, with its error-log text. */
export const crash = <Id extends StepId>(
  step: Id,
  data: StepData[Id],
  row: LogRow,
  text: string,
  more: Where = {},
): StepResult<Id> => ({ step, outcome: 'fail', data, refusal: { kind: 'crash', row, text }, ...more });
