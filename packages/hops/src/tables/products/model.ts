/** Products that stand on the way or answer at its end. */
export type Product =
  | 'haproxy'
  | 'nginx'
  | 'openresty'
  | 'apache'
  | 'varnish'
  | 'envoy'
  | 'traefik'
  | 'caddy'
  | 'aws-alb'
  | 'aws-api-gateway'
  | 'cloudfront'
  | 'cloudflare'
  | 'akamai'
  | 'fastly'
  | 'azure-app-gateway'
  | 'azure-front-door'
  | 'gcp-lb'
  | 'f5-ltm'
  | 'f5-asm'
  | 'squid'
  | 'imperva'
  | 'modsecurity'
  | 'iis'
  | 'http-sys'
  | 'node'
  | 'go'
  | 'tomcat'
  | 'jetty'
  | 'spring'
  | 'python'
  | 'php'
  | 'ruby'
  | 'dotnet';

/** `balancer`: stands between others; `waf`: its block page; `server`: answers by itself. */
export type ProductRole = 'balancer' | 'waf' | 'server';

/** What a product says by one of its own pages. */
export type Meaning =
  | 'no-backend'
  | 'bad-gateway'
  | 'timeout'
  | 'denied'
  | 'rate-limited'
  | 'auth-required'
  | 'too-large'
  | 'header-too-large'
  | 'malformed'
  | 'redirect'
  | 'slow-client'
  | 'unknown-host'
  | 'waf'
  | 'plain-to-tls'
  | 'certificate-required';

/** A page that a product writes by itself, as far as it is recognized by its body. */
export interface PageRow {
  readonly product: Product;
  readonly role: ProductRole;
  /** Against the body; several products write a status line into it. */
  readonly body: RegExp;
  /** Only with these statuses; all where absent. */
  readonly statuses?: readonly number[];
  /** What it means, by status, and otherwise. Absent: only that the product wrote it. */
  readonly means?: Readonly<Record<number, Meaning>> & { readonly otherwise?: Meaning };
  readonly source: string;
  /** A body that the test holds the pattern against. */
  readonly example: string;
}

/** A header that names a product. It tells who touched the answer last, not who wrote it. */
export interface HeaderRow {
  readonly product: Product;
  readonly role: ProductRole;
  readonly header: string;
  readonly value: RegExp;
  readonly source: string;
  readonly example: string;
}
