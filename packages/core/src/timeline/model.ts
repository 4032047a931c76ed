import type { Basis, Problem } from '../facts/index.ts';
import type { Token } from '../parse/index.ts';
import type { Line } from '../report/index.ts';

/** All instants here are milliseconds since the epoch. They may lie outside the calendar: ask `isInstant` before `Date`. */
export type Instant = number;

export type TimeClaimName = 'iat' | 'nbf' | 'exp' | 'auth_time';

/** A claim that holds a NumericDate (RFC 7519 §2): seconds, fractions allowed. */
export type TimeClaim =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly seconds: number; readonly instant: Instant }
  /** `found`: `a string`, `null`; not `finite`: a number that overflows. */
  | { readonly state: 'unusable'; readonly found: string; readonly finite: boolean };

export type TimeClaims = Readonly<Record<TimeClaimName, TimeClaim>>;

/** `begins` is a bound from the other side: refused before it, as Kong's `maximum_expiration` does. */
export type EndEffect = 'ends' | 'begins';

/** One thing that bounds the life of a token. */
export interface LifeEnd {
  /** `exp`, `max-age`, `certificate`, `key-gone`, `key-removed`, `revoked`; a gateway adds its own. */
  readonly kind: string;
  readonly effect: EndEffect;
  /** Null where no instant can be named: somebody has to do something first. */
  readonly at: Instant | null;
  /** False where it depends on what the verifier does, or on somebody. */
  readonly certain: boolean;
  readonly basis: readonly Basis[];
  /** Stands alone; the instant is printed before it. */
  readonly sentence: Line;
}

/** What people think ends a token, and does not. */
export interface NotAnEnd {
  /** `newer-token`, `logout`; a gateway adds its own. */
  readonly kind: string;
  /** `newer-token`: the names of the newer ones, and when the first of them was there. */
  readonly newer?: { readonly names: readonly string[]; readonly since: Instant };
  readonly basis: readonly Basis[];
  readonly sentence: Line;
}

/** When a judge takes a token, as far as time goes: from `from` (included) to `until` (excluded). */
export type AcceptWindow =
  | {
      readonly kind: 'window';
      readonly from: Instant | null;
      /** What refuses it before: `nbf`, `maximum_expiration`. */
      readonly fromBy: string | null;
      readonly until: Instant | null;
      /** What refuses it afterwards: `exp`, `key-gone`. */
      readonly untilBy: string | null;
    }
  /** Refused at any time: `exp` is a string. */
  | { readonly kind: 'never'; readonly by: string; readonly problem: Problem }
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** Who decides: the standard, or one plugin instance of a gateway. */
export interface Judge {
  /** `RFC 7519`, `jwt (service orders)` */
  readonly name: string;
  readonly window: AcceptWindow;
  readonly basis: readonly Basis[];
  /** Why this judge takes what the standard would not: `claims_to_verify is unset`. */
  readonly lenient?: {
    readonly early?: Problem;
    readonly late?: Problem;
    readonly malformed?: Problem;
  };
  /** What it answers at a time at which it refuses: `401 {"exp":"token expired"}`. */
  readonly replyAt?: (at: Instant) => string | undefined;
  /** What a refusal turns into, where that is not a refusal: let through as the anonymous consumer. */
  readonly instead?: Problem;
}

/** What a gateway's configuration says about one token's life. */
export interface GatewayLife extends Judge {
  readonly ends: readonly LifeEnd[];
  readonly notEnds: readonly NotAnEnd[];
}

export type Verdict =
  | { readonly state: 'valid'; readonly from: Instant | null; readonly until: Instant | null }
  | { readonly state: 'not-yet'; readonly from: Instant; readonly by: string }
  | { readonly state: 'expired'; readonly since: Instant }
  /** Ended by something other than `exp`. */
  | { readonly state: 'ended'; readonly since: Instant; readonly by: string }
  | { readonly state: 'refused'; readonly by: string; readonly reason: Problem }
  | { readonly state: 'accepted-although-expired'; readonly since: Instant; readonly reason: Problem }
  | { readonly state: 'accepted-although-early'; readonly from: Instant; readonly reason: Problem }
  | { readonly state: 'accepted-although-malformed'; readonly by: string; readonly reason: Problem }
  | { readonly state: 'unknown'; readonly reason: Problem };

/** One verdict: a token, a time, a judge. */
export interface Standing {
  readonly mark: 'at' | 'now';
  readonly at: Instant;
  readonly judge: string;
  readonly verdict: Verdict;
  /** Of a refusal, where the judge is known to word one. */
  readonly reply?: string;
  readonly instead?: Problem;
}

export interface TimelineEvent {
  readonly kind: 'iat' | 'nbf' | 'exp' | 'auth_time' | 'now' | 'at' | 'end' | 'begin';
  readonly at: Instant;
  /** For `end` and `begin`: the kind of the life end. */
  readonly of?: string;
  /** The gateway's instance, where only that ends or begins it. */
  readonly judge?: string;
}

/** A key set as far as a timeline looks at it. */
export interface KeySetView {
  /** File or address. */
  readonly name: string;
  readonly keys: readonly KeyView[];
}

export interface KeyView {
  readonly kid: string | null;
  /** Why the key cannot be used; absent when it can. */
  readonly problem?: Problem;
  /** `x5c`: base64 DER, leaf first. */
  readonly certificates?: readonly string[];
}

export interface TimelineEntry {
  /** `A`, a file name. */
  readonly name: string;
  readonly token: Token;
  readonly keySet?: KeySetView;
  /** Further ends of life, whoever knows of them. */
  readonly ends?: readonly LifeEnd[];
  readonly gateways?: readonly GatewayLife[];
  /** Seconds after `auth_time` that a verifier still takes (OpenID Connect Core §3.1.2.1 `max_age`). */
  readonly maxAge?: number;
}

export interface TimelineOptions {
  readonly now: Instant;
  /** The time that is asked about; `now` where nobody asks. */
  readonly at?: Instant;
  /** IANA name, `UTC` or an offset: `readZone` took it. */
  readonly zone: string;
}

export interface TokenLife {
  readonly name: string;
  readonly kind: Token['kind'];
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly keyId: string | null;
  readonly times: TimeClaims;
  /** RFC 7519's window from the time claims alone. */
  readonly standard: AcceptWindow;
  /** What is odd about the time claims; the codes are stable. */
  readonly remarks: readonly Problem[];
  /** The standard first, then the gateway's instances. */
  readonly judges: readonly Judge[];
  /** In order of time; what lies outside the calendar is left out. */
  readonly events: readonly TimelineEvent[];
  readonly ends: readonly LifeEnd[];
  readonly notEnds: readonly NotAnEnd[];
  readonly standings: readonly Standing[];
}

export interface Stretch {
  readonly from: Instant;
  /** Null: without end. */
  readonly until: Instant | null;
}

/** Tokens of one issuer and subject, by the standard's reading. */
export interface SubjectSpan {
  readonly issuer: string;
  readonly subject: string;
  readonly names: readonly string[];
  /** Both tokens are good at once. */
  readonly overlaps: readonly (Stretch & { readonly first: string; readonly second: string })[];
  /** No token is good. */
  readonly gaps: readonly (Stretch & { readonly after: string; readonly before: string })[];
}

export interface Timeline {
  readonly now: Instant;
  readonly at: Instant;
  readonly zone: string;
  readonly lives: readonly TokenLife[];
  readonly subjects: readonly SubjectSpan[];
}
