import type { IncomingMessage } from 'node:http';

/** What the gate looks at: the request as it came, nothing joined or normalised. */
export interface Visit {
  readonly target: string;
  /** True for the page and its files, which a browser opens without a secret. */
  readonly open: boolean;
  /** Every value of that header line by line; `Host` twice gives two. */
  all(name: string): readonly string[];
}

export interface Refusal {
  readonly status: 401 | 403;
  /** Stable: `host-not-ours`. */
  readonly code: string;
}

/** One check of the gate: a refusal, or undefined to let pass. */
export type Check = (visit: Visit, server: Own) => Refusal | undefined;

/** What the server knows of itself. */
export interface Own {
  readonly port: number;
  /** 43 characters of base64url: 32 random bytes. */
  readonly secret: string;
  /** Target of the launch that is under way: `/?launch=…`. */
  readonly launch?: string | undefined;
}

export function visitOf(request: IncomingMessage, open: boolean): Visit {
  return {
    target: request.url ?? '',
    open,
    all: (name) => {
      const values: string[] = [];
      for (let i = 0; i < request.rawHeaders.length; i += 2) {
        if (request.rawHeaders[i]?.toLowerCase() === name) values.push(request.rawHeaders[i + 1] ?? '');
      }
      return values;
    },
  };
}
