import type { Outcome, Problem } from '../facts/index.ts';

/** The answer of a server as it came: judged by whoever reads it, trusted by nobody. */
export interface FetchedDocument {
  /** As it was asked for; no redirect was followed. */
  readonly url: string;
  readonly status: number;
  /** The header as it came; undefined where there was none. */
  readonly contentType: string | undefined;
  /** Names in lower case, in the order of the answer. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly bytes: Uint8Array;
}

/** In the order in which an exchange goes through them. `url` is what the rules say before anything is sent. */
export type FetchStageName = 'url' | 'proxy' | 'dns' | 'tcp' | 'tls' | 'http' | 'body';

export interface FetchStage {
  readonly name: FetchStageName;
  readonly outcome: Outcome;
  /** Milliseconds, with a fraction. */
  readonly ms: number;
  /** `192.0.2.7 port 443`, `TLSv1.3`, `200`: what a person would like to see beside the name. */
  readonly detail?: string;
  readonly problem?: Problem;
}

/** One certificate that the server sent; times in milliseconds since the epoch. */
export interface PeerCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** SHA-256 of the DER, upper-case hexadecimal with colons. */
  readonly fingerprint: string;
}

export interface TlsFacts {
  /** `TLSv1.3` */
  readonly version: string | undefined;
  readonly cipher: string | undefined;
  /** The server's own first. */
  readonly chain: readonly PeerCertificate[];
}

/** Everything that is known of one exchange; `document` is there only where a whole answer came. */
export interface Fetched {
  readonly url: string;
  /** Milliseconds since the epoch, when the exchange began and when it was over. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly stages: readonly FetchStage[];
  /** 2 where a network error or a 503 was tried once more; 0 where nothing was sent. */
  readonly attempts: number;
  readonly address?: { readonly ip: string; readonly port: number; readonly via: 'direct' | 'proxy' };
  readonly tls?: TlsFacts;
  readonly document?: FetchedDocument;
  /** Why there is no document, or none that may be used: that of the stage that failed. */
  readonly problem?: Problem & { readonly stage: FetchStageName };
}

export interface FetchRequest {
  /**
   * Who named the URL. `person`: public, private and loopback addresses. `issuer`: public ones, and those of
   * `origin`, the issuer's own.
   */
  readonly namedBy: 'person' | 'issuer';
  /** `https://idp.example`: a document of the issuer that named the URL came from there. */
  readonly origin?: string;
  /** The document of `origin` came from an address that is not public. */
  readonly originIsPrivate?: boolean;
  /** RFC 7662 alone: a form that is posted, with the credential of the client. Never tried twice. */
  readonly post?: { readonly form: string; readonly authorization?: string };
  readonly credential?: FetchCredential;
}

/** Of a document that is not public: the Admin API of a gateway. Sent to its own origin and to no other. */
export interface FetchCredential {
  /** `Kong-Admin-Token`, `Authorization` */
  readonly header: string;
  /** `https://kong.example:8444` */
  readonly origin: string;
  /** The value of the header; a function, so that nothing prints it by mistake. */
  reveal(): string;
}

/** The one door to other servers. Never throws. */
export type FetchJson = (url: string, request: FetchRequest) => Promise<Fetched>;
