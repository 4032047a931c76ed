import { createHeaderBuffer, longestLine } from './header-buffer.ts';
import { classifyName, type HeaderLine, headerLine, isHostTaken, isUnique, lineLength } from './header-lines.ts';
import type { WireRequest } from './request.ts';
import { relativeTarget, requestLineFault } from './request-line.ts';

/** The request as Kong's Lua code sees it. */
export interface SeenRequest {
  readonly wire: WireRequest;
  /** nginx's `$request_uri`: `/orders?jwt=…`, of an absolute-form target without scheme and authority. */
  readonly uri: string;
  /** Every line that nginx kept, Host first. */
  readonly lines: readonly HeaderLine[];
}

/** What nginx refuses before Kong routes anything. */
export interface WireFault {
  readonly step: 'P0' | 'P1' | 'P2' | 'P2b';
  /** 494 is nginx's own number for too large headers; the client sees 400. */
  readonly status: 400 | 405 | 414 | 494 | 501;
  /** `second-header`, `line-too-long`, `buffers-full`, `host`, `method`, … */
  readonly reason: string;
  /** Name of the header line at fault. */
  readonly header?: string;
  /** Length in bytes of the line at fault, CRLF included. */
  readonly length?: number;
  /** Lines read before the fault: the format of the answer is chosen from these. */
  readonly seen: readonly HeaderLine[];
}

export type Seen =
  | { readonly ok: true; readonly request: SeenRequest }
  | { readonly ok: false; readonly fault: WireFault };

/** nginx's reading of a request, as far as it can refuse it (P1, P2, P2b and what belongs to no plugin). */
export function readRequest(wire: WireRequest): Seen {
  const buffer = createHeaderBuffer();
  const length = wire.method.length + wire.target.length + ' '.length + ' HTTP/1.1\r\n'.length;
  if (!buffer.take(length)) return fault('P2b', 414, 'request-line', [], { length });
  const bad = requestLineFault(wire.method, wire.target);
  if (bad) return fault('P0', bad.status, bad.reason, []);

  const lines: HeaderLine[] = [];
  const once = new Set<string>();
  for (const [name, value] of [hostLine(wire), ...wire.headers]) {
    const size = lineLength(name, value);
    if (!buffer.take(size)) {
      const reason = size > longestLine ? 'line-too-long' : 'buffers-full';
      return fault('P2', 494, reason, lines, { header: name, length: size });
    }
    const kind = classifyName(name);
    if (kind === 'refused' || value.includes('\0')) return fault('P0', 400, 'header-byte', lines, { header: name });
    if (kind === 'skipped') continue;
    const line = headerLine(name, value);
    if (isUnique(line.key)) {
      if (once.has(line.key)) return fault('P1', 400, 'second-header', lines, { header: name });
      once.add(line.key);
    }
    if (line.key === 'host' && !isHostTaken(line.value)) return fault('P0', 400, 'host', lines, { header: name });
    lines.push(line);
  }
  if (!buffer.take('\r\n'.length)) return fault('P2', 494, 'buffers-full', lines);
  return faultOfWhole(wire, lines) ?? { ok: true, request: { wire, uri: relativeTarget(wire.target), lines } };
}

const hostLine = ({ host }: WireRequest) => ['Host', host] as const;

/** What nginx looks at when all lines are there (`ngx_http_process_request_header`). */
function faultOfWhole(wire: WireRequest, lines: readonly HeaderLine[]): Seen | undefined {
  const length = lines.find((line) => line.key === 'content-length');
  if (length !== undefined && !/^\d+$/.test(length.value)) return fault('P0', 400, 'content-length', lines);
  if (wire.method === 'TRACE') return fault('P0', 405, 'method', lines);
  const encoding = lines.find((line) => line.key === 'transfer-encoding');
  if (encoding !== undefined) {
    if (length !== undefined) return fault('P0', 400, 'length-and-encoding', lines);
    if (encoding.value.toLowerCase() !== 'chunked') return fault('P0', 501, 'transfer-encoding', lines);
  }
  return undefined;
}

const fault = (
  step: WireFault['step'],
  status: WireFault['status'],
  reason: string,
  seen: readonly HeaderLine[],
  more: Pick<WireFault, 'header' | 'length'> = {},
): Seen => ({ ok: false, fault: { step, status, reason, seen, ...more } });
