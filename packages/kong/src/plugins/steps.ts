import type { StepData as JwtStepData } from './jwt/steps.ts';

/**
 * What each step of a plugin found, for those who word it. No key, password or signature is in here. Texts are as a
 * person reads them (UTF-8 decoded).
 */
export interface StepData extends JwtStepData, SharedSteps, KeyAuthSteps, BasicAuthSteps, HmacAuthSteps, OtherSteps {}

export type StepId = keyof StepData;

interface LetIn {
  readonly plugin: string;
  readonly anonymous: string;
  /** The refusal that nobody gets to see. */
  readonly discarded: string;
}

/** Of every plugin that authenticates. */
interface SharedSteps {
  readonly 'preflight-skipped': { readonly method: string };
  readonly 'authenticated-before': { readonly by: string };
  readonly authenticated: { readonly consumer: string; readonly credential: string };
  readonly anonymous: LetIn;
  readonly 'anonymous-missing': LetIn;
  /** Lua of the plugin itself fails. */
  readonly 'plugin-crash': { readonly plugin: string; readonly error: string };
}

/** A place in which a key may stand. */
export type KeyPlace = 'header' | 'query' | 'body';

interface KeyAuthSteps {
  readonly 'key-auth-key': {
    readonly names: readonly string[];
    readonly places: readonly KeyPlace[];
    readonly found?: { readonly from: KeyPlace; readonly name: string };
  };
  readonly 'key-auth-duplicate': { readonly from: KeyPlace; readonly name: string };
  readonly 'key-auth-credential': { readonly credentials: number };
}

interface BasicAuthSteps {
  readonly 'basic-auth-header': { readonly headers: readonly string[] };
  readonly 'basic-auth-format': { readonly why: 'scheme' | 'base64' | 'colon' };
  readonly 'basic-auth-user': { readonly username: string };
  readonly 'basic-auth-password': { readonly username: string };
}

interface HmacAuthSteps {
  readonly 'hmac-auth-header': Readonly<Record<never, never>>;
  readonly 'hmac-auth-date': {
    readonly why?: 'missing' | 'unreadable' | 'skew';
    readonly header?: string;
    /** Seconds by which the date differs from now. */
    readonly skew?: number;
    readonly allowed: number;
  };
  readonly 'hmac-auth-format': Readonly<Record<never, never>>;
  readonly 'hmac-auth-enforced': { readonly missing: readonly string[] };
  readonly 'hmac-auth-algorithm': { readonly algorithm: string; readonly allowed: readonly string[] };
  readonly 'hmac-auth-user': { readonly username: string };
  readonly 'hmac-auth-signature': {
    readonly username: string;
    readonly headers: readonly string[];
    readonly absent: readonly string[];
  };
  readonly 'hmac-auth-digest': { readonly why: 'missing' | 'differs' };
}

interface OtherSteps {
  readonly 'acl-unauthenticated': Readonly<Record<never, never>>;
  readonly 'acl-consumer': Readonly<Record<never, never>>;
  readonly 'acl-group': {
    readonly consumer: string;
    readonly groups: readonly string[];
    readonly list: 'allow' | 'deny';
    readonly listed: readonly string[];
  };
  readonly 'ip-restriction': { readonly address: string; readonly list: 'allow' | 'deny'; readonly entry?: string };
  readonly 'bot-detection-agents': { readonly count: number };
  readonly 'bot-detection': { readonly agent: string; readonly by: 'deny' | 'known-bot' };
  readonly 'cors-preflight': { readonly origin: string };
  readonly 'request-size-limiting-length': Readonly<Record<never, never>>;
  readonly 'request-size-limiting': { readonly bytes: number; readonly allowed: number };
  readonly 'request-termination': { readonly status: number; readonly trigger?: string };
  /** Counters are not in the file: the window is taken as empty. */
  readonly 'rate-limiting': { readonly limits: readonly (readonly [period: string, limit: number])[] };
  readonly 'request-transformed': { readonly headers: readonly string[] };
  readonly 'correlation-id': { readonly header: string; readonly made: boolean };
  readonly 'oauth2-endpoint': { readonly method: string; readonly endpoint: 'token' | 'authorization' };
  readonly 'oauth2-token': Readonly<Record<never, never>>;
  readonly 'oauth2-introspection-token': Readonly<Record<never, never>>;
  readonly 'ldap-auth-header': { readonly scheme: string };
  /** A function of which every statement is one that is known. */
  readonly function: { readonly phase: string; readonly status?: number };
}
