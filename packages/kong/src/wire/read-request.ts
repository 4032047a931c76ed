import { createHeaderBuffer } from './header-buffer.ts';
import { classifyName, type HeaderLine, headerLine, isHostTaken, isUnique, lineLength } from './header-lines.ts';
import type { WireRequest } from './request.ts';
import { relativeTarget, requestLineFault } from './request-line.ts';
import { USUAL_SETTINGS, type WireSettings } from './settings.ts';

/** The request as Kong's Lua code sees it. */
export interface SeenRequest {
  readonly wire: WireRequest;
  /** nginx's `$request_uri`: `/orders?jwt=…`, of an absolute-form target without scheme and authority. */
  readonly uri: string;
  /** Every line that nginx kept, Host first. */
  readonly lines: readonly HeaderLine[];
  /** Those of the gateway, where it has others than the usual ones. */
  readonly settings?: WireSettings;
}

/** What nginx refuses before Kong routes anything. */
export interface WireFault {
  readonly step: 'P0' | 'P1' | 'P2' | 'P2b' | 'P2c';
  /** 494 is nginx's own number for too large headers; the client sees 400. */
  readonly status: 400 | 405 | 413 | 414 | 494 | 501;
  /** `second-header`, `line-too-long`, `buffers-full`, `host`, `method`, … */
  readonly reason: string;
  /** Name of the header line at fault. */
  readonly header?: string;
  /** Length in bytes of the line at fault, CRLF included; of the body where that is too large. */
  readonly length?: number;
  /** What would have been taken, in bytes or lines, and how many buffers there are; absent: as nginx comes. */
  readonly limit?: number;
  readonly buffers?: number;
  /** Lines read before the fault: the format of the answer is chosen from these. */
  readonly seen: readonly HeaderLine[];
}

export type Seen =
  | { readonly ok: true; readonly request: SeenRequest }
  | { readonly ok: false; readonly fault: WireFault };

/** nginx's reading of a request, as far as it can refuse it (P1, P2, P2b, P2c and what belongs to no plugin). */
export function readRequest(wire: WireRequest, settings: WireSettings = USUAL_SETTINGS): Seen {
  const buffer = createHeaderBuffer(settings);
  const { largeBuffer: longest, largeBuffers: buffers } = settings;
  const usual = longest === USUAL_SETTINGS.largeBuffer && buffers === USUAL_SETTINGS.largeBuffers;
  const limits = usual ? {} : { limit: longest, buffers };
  const length = wire.method.length + wire.target.length + ' '.length + ' HTTP/1.1\r\n'.length;
  if (!buffer.take(length)) return fault('P2b', 414, 'request-line', [], { length, ...limits });
  const bad = requestLineFault(wire.method, wire.target);
  if (bad) return fault('P0', bad.status, bad.reason, []);

  const lines: HeaderLine[] = [];
  const once = new Set<string>();
  for (const [name, value] of [hostLine(wire), ...wire.headers]) {
    const size = lineLength(name, value);
    if (!buffer.take(size)) {
      const reason = size > longest ? 'line-too-long' : 'buffers-full';
      return fault('P2', 494, reason, lines, { header: name, length: size, ...limits });
    }
    const kind = classifyName(name, settings);
    if (kind === 'refused' || value.includes('\0')) return fault('P0', 400, 'header-byte', lines, { header: name });
    if (kind === 'skipped') continue;
    if (lines.length >= settings.maxLines)
      return fault('P2', 494, 'too-many-lines', lines, { header: name, limit: settings.maxLines });
    const line = headerLine(name, value);
    if (isUnique(line.key)) {
      if (once.has(line.key)) return fault('P1', 400, 'second-header', lines, { header: name });
      once.add(line.key);
    }
    if (line.key === 'host' && !isHostTaken(line.value)) return fault('P0', 400, 'host', lines, { header: name });
    lines.push(line);
  }
  if (!buffer.take('\r\n'.length)) return fault('P2', 494, 'buffers-full', lines, limits);
  const refused = faultOfWhole(wire, lines) ?? faultOfBody(wire, lines, settings);
  if (refused !== undefined) return refused;
  const seen = { wire, uri: relativeTarget(wire.target), lines };
  return { ok: true, request: settings === USUAL_SETTINGS ? seen : { ...seen, settings } };
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

/** A chunked body is measured later, while it is read. */
function faultOfBody(wire: WireRequest, lines: readonly HeaderLine[], { maxBody }: WireSettings): Seen | undefined {
  if (maxBody === 0 || isChunked(lines)) return undefined;
  const written = lines.find((line) => line.key === 'content-length')?.value;
  const length = written === undefined ? (wire.body ?? '').length : Number(written);
  return length > maxBody ? fault('P2c', 413, 'body-too-large', lines, { length, limit: maxBody }) : undefined;
}

export const isChunked = (lines: readonly HeaderLine[]): boolean =>
  lines.some((line) => line.key === 'transfer-encoding');

const fault = (
  step: WireFault['step'],
  status: WireFault['status'],
  reason: string,
  seen: readonly HeaderLine[],
  more: Pick<WireFault, 'header' | 'length' | 'limit' | 'buffers'> = {},
): Seen => ({ ok: false, fault: { step, status, reason, seen, ...more } });
