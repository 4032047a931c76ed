import type { AnswerFraming } from '@why401/core';
import type { Head } from './head.ts';

/** Counts the octets of a body as they come, and sees its end. */
export interface BodyCount {
  feed(octets: Uint8Array): void;
  /** Nothing more belongs to it; undefined where only the closing of the connection tells. */
  isComplete(): boolean | undefined;
  facts(): Pick<AnswerFraming, 'framing' | 'bodyOctets' | 'announced' | 'extraOctets'>;
}

/** Statuses that have no body (RFC 9110 §6.4.1). */
const hasNone = (status: number, method: string): boolean =>
  method === 'HEAD' || status < 200 || status === 204 || status === 304;

export function countBody({ status, headers }: Head, method: string): BodyCount {
  const announced = lengthOf(headers);
  if (hasNone(status, method)) return countLength(0, 'none', announced);
  if (isChunked(headers)) return countChunks();
  return announced === undefined ? countUntilClose() : countLength(announced, 'length', announced);
}

const valuesOf = (headers: Head['headers'], name: string): string[] =>
  headers.flatMap(([own, value = '']) => (own.toLowerCase() === name ? [value] : []));

function lengthOf(headers: Head['headers']): number | undefined {
  const [value] = valuesOf(headers, 'content-length');
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** RFC 9112 §6.3: chunked framing counts where both are there. */
const isChunked = (headers: Head['headers']): boolean =>
  valuesOf(headers, 'transfer-encoding').some((value) => /(?:^|,)\s*chunked\s*$/i.test(value));

function countLength(wanted: number, framing: 'length' | 'none', announced: number | undefined): BodyCount {
  let octets = 0;
  return {
    feed({ length }) {
      octets += length;
    },
    isComplete: () => octets >= wanted,
    facts: () => ({
      framing,
      bodyOctets: Math.min(octets, wanted),
      ...(announced !== undefined && { announced }),
      extraOctets: Math.max(0, octets - wanted),
    }),
  };
}

function countUntilClose(): BodyCount {
  let octets = 0;
  return {
    feed({ length }) {
      octets += length;
    },
    isComplete: () => undefined,
    facts: () => ({ framing: 'until-close', bodyOctets: octets, extraOctets: 0 }),
  };
}

/** RFC 9112 §7.1, octet by octet where sizes and trailers stand, in one step over data. */
function countChunks(): BodyCount {
  let [octets, extra, left, line] = [0, 0, 0, ''];
  let state: 'size' | 'data' | 'data-end' | 'trailer' | 'over' | 'broken' = 'size';
  const endLine = (): void => {
    const text = line.trim();
    line = '';
    if (state === 'data-end') state = 'size';
    else if (state === 'trailer') state = text === '' ? 'over' : 'trailer';
    else {
      const [size = ''] = text.split(';', 1);
      left = Number.parseInt(size.trim(), 16);
      state = /^[0-9a-f]{1,12}$/i.test(size.trim()) ? (left === 0 ? 'trailer' : 'data') : 'broken';
    }
  };
  return {
    feed(chunk) {
      for (let at = 0; at < chunk.length; ) {
        if (state === 'over' || state === 'broken') {
          extra += chunk.length - at;
          return;
        }
        if (state === 'data') {
          const step = Math.min(left, chunk.length - at);
          octets += step;
          left -= step;
          at += step;
          if (left === 0) state = 'data-end';
        } else {
          const code = chunk[at] ?? 0;
          at += 1;
          if (code === LINE_FEED) endLine();
          else if (line.length < LONGEST_LINE) line += String.fromCharCode(code);
        }
      }
    },
    isComplete: () => state === 'over',
    facts: () => ({ framing: 'chunked', bodyOctets: octets, extraOctets: state === 'over' ? extra : 0 }),
  };
}

const LINE_FEED = 10;
const LONGEST_LINE = 4_096;
