import { code, type Line, line, value } from '@why401/core/report';
import type { Telling } from './telling.ts';

interface Fault {
  readonly reason?: string;
  readonly header?: string;
  readonly length?: number;
  readonly limit?: number;
  readonly buffers?: number;
}

interface Words {
  failed(data: never, telling: Telling): readonly Line[];
  passed?(data: never): Line;
}

const LONGEST_LINE = 8192;

const limitOf = ({ limit }: Fault): number => limit ?? LONGEST_LINE;

const lineOfHeader = ({ header }: Fault): string =>
  header === undefined ? 'A header line' : `The header line ${header}`;

/** What nginx says against a request, by its reason; the rest is a bad request without more words. */
const REASONS: Readonly<Record<string, (fault: Fault) => Line>> = {
  host: () => line`The Host header is not one that nginx takes.`,
  method: () => line`nginx does not take this method.`,
  'header-byte': ({ header }) => line`The header ${header ?? ''} holds a byte that nginx refuses.`,
  'content-length': () => line`The Content-Length header is no number.`,
  'length-and-encoding': () => line`The request has both Content-Length and Transfer-Encoding.`,
  'transfer-encoding': () => line`nginx knows no Transfer-Encoding but chunked.`,
};

/** Checks of nginx and the router, before any plugin. */
const GATEWAY: Readonly<Record<string, Words>> = {
  P0: {
    failed: (fault: Fault) => [REASONS[fault.reason ?? '']?.(fault) ?? line`nginx refuses the request as malformed.`],
  },
  P1: {
    failed: ({ header }: Fault) => [
      line`The header ${header ?? ''} stands twice, and nginx takes it once only.`,
      line`No plugin and no route was looked at.`,
    ],
  },
  P2: {
    failed: (fault: Fault) => [
      fault.reason === 'too-many-lines'
        ? line`The request has more than ${limitOf(fault)} header lines, and nginx takes no more.`
        : fault.length !== undefined && fault.length > limitOf(fault)
          ? line`${lineOfHeader(fault)} has ${fault.length} bytes, and nginx takes ${limitOf(fault)} at most.`
          : fault.buffers === undefined
            ? line`The headers together do not fit the four buffers of 8 KiB that nginx has for them.`
            : line`The headers together do not fit the buffers that nginx has for them: ${fault.buffers} of ${limitOf(fault)} bytes.`,
      line`No plugin and no route was looked at.`,
    ],
  },
  P2b: {
    failed: (fault: Fault) => [
      line`The request line has ${fault.length ?? 'too many'} bytes, and nginx takes ${limitOf(fault)} at most.`,
      line`No header was read.`,
    ],
  },
  P2c: {
    failed: ({ length, limit }: Fault) => [
      line`The body has ${length ?? 'too many'} bytes, and nginx takes ${limit ?? 'fewer'} at most.`,
      line`The limit is ${code('client_max_body_size')}, which ${code('kong.conf')} sets; Kong itself comes without one.`,
    ],
  },
  'P-tls': {
    failed: ({ port }: { port: number }) => [
      line`The request came in plain HTTP to port ${port}, where ${code('proxy_listen')} takes TLS alone.`,
      line`No plugin and no route was looked at.`,
    ],
  },
  P3: {
    failed: ({ method, host, path }: { method: string; host: string; path: string }) => [
      line`No route matches ${method} ${value(`${host}${path}`)}.`,
      line`No plugin of a route or service was looked at.`,
    ],
    passed: ({ route, path }: { route: string; path: string }) =>
      path === '' ? line`${route}` : line`${route}, path ${value(path)}`,
  },
  P4: {
    failed: () => [
      line`The route takes https only, and the request came over http.`,
      line`Behind a load balancer that ends TLS, Kong sees http unless ${code('trusted_ips')} is set.`,
    ],
  },
  'P4-grpc': {
    failed: ({ found, wanted }: { found: string; wanted: string }) => [
      line`The route is for gRPC: it wants ${value(wanted)}, and the request has ${value(found === '' ? 'none' : found)}.`,
    ],
  },
  'P-service': {
    failed: ({ route }: { route: string }) => [line`The route ${value(route)} has no service to pass the request to.`],
  },
  'adds-headers': {
    failed: () => [],
    passed: ({ name }: { name: string }) =>
      line`adds headers of its own to the request (${name}); they are not predicted`,
  },
  'consumer-group': {
    failed: () => [],
    passed: ({ group, others }: { group: string; others: readonly string[] }) =>
      others.length === 0
        ? line`the instance of the consumer group ${value(group)}`
        : line`the instance of the consumer group ${value(group)}, the first by name; also in ${others.join(', ')}`,
  },
  ordering: {
    failed: () => [],
    passed: ({ order, withoutConsumers }: { order: readonly string[]; withoutConsumers: boolean }) =>
      withoutConsumers
        ? line`by ${code('ordering')}: ${order.join(', ')}; instances of consumers and groups do not run with it`
        : line`by ${code('ordering')}: ${order.join(', ')}`,
  },
};

export function gatewayFailed({ check, ...rest }: Telling): readonly Line[] {
  return GATEWAY[check.step]?.failed(check.data as never, { check, ...rest }) ?? [];
}

export function gatewayPassed({ check }: Telling): Line | undefined {
  return GATEWAY[check.step]?.passed?.(check.data as never);
}
