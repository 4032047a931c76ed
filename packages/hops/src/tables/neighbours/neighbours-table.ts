import type { Basis } from '@why401/core';

/** What a product waits and takes where nobody changed it. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  /** Milliseconds without an answer after which it gives up; undefined where it waits for ever, or none is documented. */
  readonly waitMs?: number;
  /** Octets; `null`: no limit. Undefined: none is documented. */
  readonly requestBody?: number | null;
  readonly responseBody?: number | null;
  /** Of all request headers, and of all response headers. */
  readonly requestHeaders?: number;
  readonly responseHeaders?: number;
  /** What has to be known beside the numbers. */
  readonly note?: string;
  readonly basis: Basis;
}

const docs = (ref: string): Basis => ({ kind: 'provider-docs', ref });
const MB = 1024 * 1024;
const KB = 1024;

export const NEIGHBOURS: readonly Neighbour[] = [
  {
    id: 'alb',
    name: 'AWS ALB',
    waitMs: 60_000,
    requestBody: null,
    responseBody: null,
    requestHeaders: 64 * KB,
    responseHeaders: 32 * KB,
    note: '16 KB for the request line or one header',
    basis: docs('AWS ELB: idle timeout; HTTP header limits'),
  },
  {
    id: 'nlb',
    name: 'AWS NLB',
    waitMs: 350_000,
    note: 'layer 4: idle connections only',
    basis: docs('AWS NLB: connection idle timeout'),
  },
  {
    id: 'alb-lambda',
    name: 'AWS ALB to Lambda',
    requestBody: MB,
    responseBody: MB,
    basis: docs('AWS: Lambda functions as targets'),
  },
  {
    id: 'aws-api-gateway',
    name: 'AWS API Gateway REST',
    waitMs: 29_000,
    requestBody: 10 * MB,
    responseBody: 10 * MB,
    requestHeaders: 10_240,
    responseHeaders: 10_240,
    note: '29 s can be raised for regional and private APIs; a Lambda answers 6 MB at most',
    basis: docs('AWS: API Gateway quotas'),
  },
  {
    id: 'aws-http-api',
    name: 'AWS API Gateway HTTP API',
    waitMs: 30_000,
    requestBody: 10 * MB,
    responseBody: 10 * MB,
    requestHeaders: 10_240,
    responseHeaders: 10_240,
    basis: docs('AWS: API Gateway quotas'),
  },
  {
    id: 'azure-apim',
    name: 'Azure API Management',
    waitMs: 30_000,
    requestBody: 1024 * MB,
    note: '30 s in all on Consumption; buffered bodies 2 MiB; no limit of 100 MB for answers is documented',
    basis: docs('Azure: API Management service limits'),
  },
  {
    id: 'gcp-api-gateway',
    name: 'GCP API Gateway',
    requestBody: 32 * MB,
    responseBody: 32 * MB,
    requestHeaders: 60 * KB,
    responseHeaders: 60 * KB,
    note: 'gRPC transcoding 1 MB',
    basis: docs('Google Cloud: API Gateway quotas'),
  },
  {
    id: 'nginx',
    name: 'nginx',
    waitMs: 60_000,
    requestBody: MB,
    responseBody: null,
    requestHeaders: 32 * KB,
    responseHeaders: 4 * KB,
    note: 'proxy_read_timeout counts the silence, not the whole',
    basis: docs('nginx: ngx_http_proxy_module, ngx_http_core_module'),
  },
  {
    id: 'haproxy',
    name: 'HAProxy',
    note: 'timeout server has no default; examples of its documentation say 50 s',
    requestHeaders: 15_360,
    responseHeaders: 15_360,
    requestBody: null,
    responseBody: null,
    basis: docs('HAProxy 2.6: timeout server, tune.bufsize'),
  },
  {
    id: 'envoy',
    name: 'Envoy',
    waitMs: 15_000,
    requestBody: null,
    responseBody: null,
    requestHeaders: 60 * KB,
    responseHeaders: 60 * KB,
    note: 'timeout of the route',
    basis: docs('Envoy: route timeout, max_request_headers_kb'),
  },
  {
    id: 'f5',
    name: 'F5 BIG-IP',
    waitMs: 300_000,
    requestBody: null,
    responseBody: null,
    requestHeaders: 32 * KB,
    responseHeaders: 32 * KB,
    note: 'idle timeout of the TCP profile; ASM has limits of its own',
    basis: docs('F5 BIG-IP LTM: TCP and HTTP profiles'),
  },
  {
    id: 'apache',
    name: 'Apache httpd',
    waitMs: 60_000,
    requestBody: 1024 * MB,
    responseBody: null,
    note: '8 KB for one header line',
    basis: docs('Apache: Timeout, ProxyTimeout, LimitRequestBody'),
  },
  {
    id: 'node',
    name: 'Node.js',
    waitMs: 300_000,
    requestHeaders: 16 * KB,
    responseHeaders: 16 * KB,
    requestBody: null,
    responseBody: null,
    note: 'requestTimeout; idle connections are closed after 5 s (keepAliveTimeout)',
    basis: { kind: 'recorded', ref: 'Node 20' },
  },
  {
    id: 'express',
    name: 'Express with body-parser',
    requestBody: 100 * KB,
    responseBody: null,
    requestHeaders: 16 * KB,
    basis: docs('Express: body-parser limit'),
  },
  {
    id: 'grpc',
    name: 'gRPC',
    requestBody: 4 * MB,
    responseBody: 4 * MB,
    note: 'for each message, on the side that receives it',
    basis: docs('gRPC: max_receive_message_length'),
  },
];
