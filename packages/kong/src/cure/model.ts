import type { KongVersion } from '../versions/index.ts';
import type { WireRequest } from '../wire/request.ts';
import type { Hidden } from './hidden.ts';

/** Who has to make the change. */
export type Who = 'caller' | 'identity-provider' | 'gateway';

/** A value of a configuration file; secrets and key material are hidden from every printer. */
export type ConfigValue =
  | null
  | boolean
  | number
  | string
  | Hidden
  | readonly ConfigValue[]
  | { readonly [name: string]: ConfigValue };

export type EntityKind = 'plugins' | 'jwt_secrets' | 'consumers' | 'acls' | 'routes' | 'services';

/** The entity that is changed, as a person and the Admin API name it. Texts as a person reads them. */
export interface EntityRef {
  readonly kind: EntityKind;
  /** Null where the file has none and Kong makes one up. */
  readonly id: string | null;
  /** `jwt`, `orders`, the key of a credential. */
  readonly name: string;
  /** What it belongs to, by name or id: the consumer of a credential, the scope of a plugin. */
  readonly owners: Readonly<Partial<Record<'route' | 'service' | 'consumer', string>>>;
}

/**
 * One change of one field of one entity; `op` is `create` for a whole entity in a list of its
 * parent (`field` is then the list, `jwt_secrets`, and `entity` the new one).
 */
export interface ConfigEdit {
  readonly op: 'set' | 'remove' | 'create';
  readonly file: string;
  /** Line in `file` as it is now, from 1. */
  readonly line: number;
  /** Offset of the entity (for `create`: of its parent) in `file`. */
  readonly at: number;
  readonly entity: EntityRef;
  /** `key`, `config.claims_to_verify` */
  readonly field: string;
  /** Undefined where the field is not written in the file. */
  readonly old: ConfigValue | undefined;
  readonly new: ConfigValue | undefined;
}

export interface ConfigChange {
  readonly kind: 'config';
  readonly edits: readonly ConfigEdit[];
  /** The changed lines of the files; empty until the edits were applied. */
  readonly hunks: readonly Hunk[];
  /** Every changed entity as it stands afterwards, secrets hidden; empty until then. */
  readonly results: readonly EntityResult[];
}

export interface EntityResult {
  readonly entity: EntityRef;
  readonly value: { readonly [name: string]: ConfigValue };
}

/** What the caller sends otherwise. `old` undefined: not sent now; `new` undefined: no longer sent. */
export interface RequestChange {
  readonly kind: 'request';
  readonly part: 'header' | 'cookie' | 'query' | 'scheme' | 'method' | 'path';
  readonly name: string;
  /** With tokens shortened: `Bearer <token sha256:…>`. */
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** What the signer does otherwise. */
export interface TokenChange {
  readonly kind: 'token';
  readonly part: 'header' | 'claims' | 'signature' | 'key' | 'form';
  /** `alg`, `exp`; for the form: `serialization`, `alphabet`. */
  readonly name: string;
  readonly old: string | undefined;
  readonly new: string | undefined;
}

export interface VersionChange {
  readonly kind: 'version';
  readonly old: string;
  readonly new: string;
}

export type Change = ConfigChange | RequestChange | TokenChange | VersionChange;

/** How a simulation ended, in the least words. */
export interface Ending {
  readonly outcome: 'answered' | 'proxied' | 'undetermined';
  readonly status: number | null;
  readonly body: string | null;
  /** The check that failed, `J36`, or null. */
  readonly step: string | null;
}

/**
 * What the second simulation showed. `full`: the change was applied and the same request judged again.
 * `assumed`: checks of `assumed` could not be made again (a signature needs the private key) and were taken as
 * passed, or something stood in for a value that only the reader has; everything else was judged.
 */
export interface Proof {
  readonly kind: 'full' | 'assumed';
  readonly assumed: readonly string[];
  readonly standIns: readonly StandIn[];
  readonly before: Ending;
  readonly after: Ending;
}

/** States the change. `words` has a sentence for each: one that is not worded does not compile. */
export type CureId =
  | 'remove-null'
  | 'send-as-bearer'
  | 'list-the-place'
  | 'send-a-token'
  | 'skip-preflight'
  | 'send-one-token'
  | 'read-one-place'
  | 'drop-argument'
  | 'give-argument-a-value'
  | 'take-quotes-off'
  | 'decode-percent-signs'
  | 'encode-in-base64url'
  | 'take-blanks-out'
  | 'send-the-token-alone'
  | 'send-a-signed-token'
  | 'upgrade'
  | 'sign-with-listed-algorithm'
  | 'look-by-other-claim'
  | 'issue-the-claim'
  | 'spell-key-as-token'
  | 'create-credential'
  | 'fit-algorithm'
  | 'fit-algorithm-and-key'
  | 'sign-with-credential-algorithm'
  | 'store-secret-in-base64url'
  | 'read-secrets-otherwise'
  | 'trim-secret'
  | 'move-key-from-secret'
  | 'give-credential-a-key'
  | 'store-public-key-as-pem'
  | 'store-key-that-signed'
  | 'use-key-of-other-credential'
  | 'sign-raw-not-der'
  | 'sign-with-the-right-curve'
  | 'sign-with-2048-bit-key'
  | 'issue-times-as-numbers'
  | 'fetch-a-new-token'
  | 'set-the-clocks'
  | 'do-not-check-times'
  | 'issue-exp-in-seconds'
  | 'issue-shorter-tokens'
  | 'raise-the-limit'
  | 'check-exp'
  | 'check-nbf'
  | 'remove-anonymous'
  | 'create-anonymous'
  | 'end-anonymous-requests'
  | 'judge-preflight'
  | 'send-header-once'
  | 'use-https'
  | 'send-what-the-route-wants'
  | 'let-the-route-take-it'
  | 'send-a-key'
  | 'send-credentials'
  | 'send-the-date'
  | 'allow-algorithm'
  | 'join-the-group'
  | 'take-off-the-list'
  | 'list-the-address'
  | 'allow-the-agent'
  | 'allow-the-size'
  | 'do-not-require-length'
  | 'switch-off';

export interface Cure {
  readonly id: CureId;
  /** Row of the list of fixes: `F7`. */
  readonly fix: string;
  readonly who: Who;
  readonly change: Change;
  /** How this lowers the guard; null where it does not. */
  readonly weakens: WeakensId | null;
  /** Values in angle brackets that the reader has to fill in. */
  readonly placeholders: readonly string[];
  readonly proof: Proof;
}

/** What is judged again beside the edits of the configuration. Absent means: as before. */
export interface Trial {
  readonly request?: WireRequest;
  readonly version?: KongVersion;
  /** Checks that cannot be made again without a private key: `signature`. */
  readonly assume: readonly string[];
  /** What stood in for a value that only the reader has: `token`, `key`. What comes after it was not judged. */
  readonly standIns: readonly StandIn[];
}

export type StandIn = 'token' | 'key' | 'claim';

/** How a cure lowers the guard; `words` has a sentence for each. */
export type WeakensId =
  | 'expiry-unchecked'
  | 'start-unchecked'
  | 'longer-lifetime'
  | 'preflight-unchecked'
  | 'anonymous-accepted'
  | 'token-in-url'
  | 'more-let-in'
  | 'larger-requests';

/** A change that has not been tried yet. */
export interface Candidate extends Omit<Cure, 'proof'> {
  readonly trial: Trial;
}

/** Lines of a file before and after, secrets replaced. */
export interface Hunk {
  readonly file: string;
  readonly lines: readonly HunkLine[];
}

export interface HunkLine {
  readonly sign: ' ' | '-' | '+';
  /** Line in the file before (` `, `-`) or after (`+`), from 1. */
  readonly number: number;
  readonly text: string;
}
