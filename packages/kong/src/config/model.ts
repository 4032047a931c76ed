import type { Place, Problem } from '@why401/core';

/**
 * One typed model for every form a configuration comes in. Texts are byte strings, as in Lua.
 * Defaults of the loader are filled in; `raw` keeps what was written, unknown fields included.
 */
export interface Gateway {
  readonly services: readonly Service[];
  readonly routes: readonly Route[];
  readonly upstreams: readonly UpstreamEntity[];
  readonly plugins: readonly Plugin[];
  readonly consumers: readonly Consumer[];
  /** Of the Enterprise edition and Konnect. */
  readonly consumerGroups: readonly ConsumerGroup[];
  readonly groupMembers: readonly GroupMember[];
  readonly jwtSecrets: readonly JwtSecret[];
  readonly keyAuthCredentials: readonly KeyAuthCredential[];
  readonly basicAuthCredentials: readonly BasicAuthCredential[];
  readonly hmacAuthCredentials: readonly HmacAuthCredential[];
  readonly acls: readonly Acl[];
  /** Entities and fields that are not modelled; a verdict that depends on one is undetermined. */
  readonly unmodelled: readonly Unmodelled[];
  /** What Kong's loader would refuse. Not empty: the file never becomes the running configuration. */
  readonly refusals: readonly Refusal[];
  /** What we think bad and Kong takes: a key twice, merge keys, two documents, unknown tags. */
  readonly smells: readonly Problem[];
  /** Settings of the gateway itself that change an answer; none given: empty. */
  readonly settings: GatewaySettings;
}

/** By the name in `kong.conf`: `trusted_ips`, `router_flavor`. */
export type GatewaySettings = ReadonlyMap<string, GatewaySetting>;

export interface GatewaySetting {
  /** As written, quotes and comments apart. */
  readonly value: string;
  readonly place: Place;
  /** Text of the file that it names, where that is among the files. A byte string. */
  readonly content?: string;
}

/** Every entity knows where it stands. */
export interface Entity {
  /** Unknown (`isUnknown`) where Kong makes it up: it is another one at each load. */
  readonly id: string;
  /**
   * Place of the entity, or of one of its fields (`config.key_claim_name`, `paths.0`). A field that is not written
   * (a default) has the place of what is around it, without `from`.
   */
  place(field?: string): Place;
  /** Fields whose value the file does not hold (`${{ env "X" }}`); the model then has their default. Absent: none. */
  readonly unknownFields?: readonly string[];
}

export interface Service extends Entity {
  readonly name: string | null;
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
  readonly path: string | null;
  readonly enabled: boolean;
  /** Attempts after the first one. */
  readonly retries: number;
  /** Milliseconds; write and read are idle gaps, not totals. */
  readonly connectTimeout: number;
  readonly writeTimeout: number;
  readonly readTimeout: number;
  /** Null: as the gateway as a whole does, which by default does not verify. */
  readonly tlsVerify: boolean | null;
}

/** Several targets behind the host of a Service that is its name. */
export interface UpstreamEntity extends Entity {
  readonly name: string;
  readonly algorithm: string;
  /** Host that is sent to the targets; null: that of the Service. */
  readonly hostHeader: string | null;
  readonly healthchecks: {
    readonly active: HealthCheck;
    readonly passive: HealthCheck;
    /** Percent of the weight that must be healthy for the Upstream to be. */
    readonly threshold: number;
  };
  readonly targets: readonly Target[];
}

/** A count of 0 never acts. */
export interface HealthCheck {
  readonly healthy: {
    /** Seconds between two probes, 0 where none is made. */
    readonly interval: number;
    readonly httpStatuses: readonly number[];
    readonly successes: number;
  };
  readonly unhealthy: {
    /** Seconds between two probes, 0 where none is made. */
    readonly interval: number;
    readonly httpStatuses: readonly number[];
    readonly httpFailures: number;
    readonly tcpFailures: number;
    readonly timeouts: number;
  };
}

export interface Target extends Entity {
  /** As written. */
  readonly target: string;
  readonly host: string;
  readonly port: number;
  /** 0: gets no requests. */
  readonly weight: number;
}

export interface Route extends Entity {
  readonly name: string | null;
  readonly service: Service | null;
  readonly protocols: readonly string[];
  readonly methods: readonly string[] | null;
  readonly hosts: readonly string[] | null;
  readonly paths: readonly string[] | null;
  readonly headers: Readonly<Record<string, readonly string[]>> | null;
  readonly snis: readonly string[] | null;
  readonly sources: readonly unknown[] | null;
  readonly destinations: readonly unknown[] | null;
  readonly regexPriority: number;
  readonly stripPath: boolean;
  readonly pathHandling: 'v0' | 'v1';
  readonly preserveHost: boolean;
  readonly httpsRedirectStatusCode: number;
  readonly expression: string | null;
  readonly priority: number;
  /** Seconds; `Infinity` where it is not written and Kong takes the time of the load. */
  readonly createdAt?: number;
}

export interface Plugin extends Entity {
  readonly name: string;
  readonly instanceName: string | null;
  readonly route: Route | null;
  readonly service: Service | null;
  readonly consumer: Consumer | null;
  readonly consumerGroup: ConsumerGroup | null;
  readonly enabled: boolean;
  readonly protocols: readonly string[];
  /** As the plugin's schema read it: defaults filled, byte strings. Undefined for plugins without a modelled schema. */
  readonly config: unknown;
  readonly raw: unknown;
}

export interface Consumer extends Entity {
  readonly username: string | null;
  readonly customId: string | null;
}

export interface ConsumerGroup extends Entity {
  readonly name: string | null;
}

/** A consumer is in a consumer group, whichever of the two says so. */
export interface GroupMember {
  readonly consumer: Consumer;
  readonly group: ConsumerGroup;
}

export interface JwtSecret extends Entity {
  readonly consumer: Consumer | null;
  /** `MADE_UP` when not written: Kong makes one up. */
  readonly key: string;
  /** `null` only when written as an explicit null; `MADE_UP` when not written. */
  readonly secret: string | null;
  readonly rsaPublicKey: string | null;
  readonly algorithm: string | null;
}

export interface KeyAuthCredential extends Entity {
  readonly consumer: Consumer | null;
  /** `MADE_UP` when not written. */
  readonly key: string;
}

export interface BasicAuthCredential extends Entity {
  readonly consumer: Consumer | null;
  readonly username: string;
  readonly password: string;
  /** The file says `_transform: false`: the password is written as Kong stores it, hex SHA-1 of password and consumer id. */
  readonly hashed: boolean;
}

export interface HmacAuthCredential extends Entity {
  readonly consumer: Consumer | null;
  readonly username: string;
  /** `MADE_UP` when not written. */
  readonly secret: string;
}

/** A group of a consumer, for the acl plugin. */
export interface Acl extends Entity {
  readonly consumer: Consumer | null;
  readonly group: string;
}

export interface Unmodelled {
  /** `plugin:rate-limiting`, `entity:vaults`, `env:DECK_ISSUER`, `field:_info.select_tags` */
  readonly what: string;
  readonly place: Place;
  /** As written, where it is an entity of its own. */
  readonly raw?: unknown;
}

/** One text leaf of the `fields` object that `POST /config` answers with. */
export interface Refusal {
  /** Array positions 0-based: `["plugins", 0, "config", "claims_to_verify", 0]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly place?: Place;
  /** What Kong breaks down over, where its own text does not say it. */
  readonly over?: string;
}
