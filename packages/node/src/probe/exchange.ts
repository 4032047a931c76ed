import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import type { AnswerFraming, Exchange } from '@why401/core';
import { codeOf } from '../fetch/index.ts';
import { type BodyCount, countBody } from './body.ts';
import { type Head, readHead } from './head.ts';
import { KEPT, MOST_OCTETS } from './limits.ts';

export interface ExchangeOptions {
  readonly method: string;
  readonly secure: boolean;
  /** Milliseconds of silence after which it is over. */
  readonly silence: number;
  /** Milliseconds for all of it. */
  readonly budget: number;
  /** Over with the first octets, whatever they are. */
  readonly firstWords?: boolean;
}

/**
 * Writes a request and reads what comes back until the answer is complete, the connection ends or
 * nothing comes any more. The connection stays open where the other side left it so. Never throws.
 */
export function exchange(socket: Duplex, request: Uint8Array | string, options: ExchangeOptions): Promise<Exchange> {
  const { method, secure, silence, budget, firstWords = false } = options;
  const written = performance.now();
  const seen = reader(method);
  let [first, last, gap, failure] = [0, written, 0, ''];
  return new Promise((resolve) => {
    let quiet = setTimeout(() => done('silent'), Math.min(silence, budget));
    const whole = setTimeout(() => done('silent'), budget);
    const onData = (chunk: Uint8Array): void => {
      const now = performance.now();
      if (first === 0) first = now;
      else gap = Math.max(gap, now - last);
      last = now;
      seen.feed(chunk);
      clearTimeout(quiet);
      if (seen.octets() > MOST_OCTETS) return done('too long');
      if (firstWords || seen.isComplete()) return done('complete');
      quiet = setTimeout(() => done('silent'), silence);
    };
    const onEnd = (): void => done('closed');
    const onError = (error: unknown): void => {
      failure = codeOf(error) || 'error';
      done(failure === 'ECONNRESET' || failure === 'EPIPE' ? 'reset' : 'failed');
    };
    const done = (end: Exchange['end']): void => {
      clearTimeout(quiet);
      clearTimeout(whole);
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      // What breaks afterwards is nobody's news, and must not end the program.
      socket.on('error', () => {});
      const now = performance.now();
      const answer = seen.answer(end === 'closed');
      resolve({
        secure,
        method,
        ...(first !== 0 && { firstOctetMs: first - written }),
        longestGapMs: Math.max(gap, end === 'silent' && first !== 0 ? now - last : 0),
        ms: now - written,
        start: seen.start(),
        octets: seen.octets(),
        end,
        ...(failure !== '' && { failure }),
        ...(answer !== undefined && { answer }),
      });
    };
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
    socket.write(request);
  });
}

/** Keeps the beginning, finds the head in it and counts the rest. */
function reader(method: string) {
  let [start, octets] = ['', 0];
  let head: Head | 'open' | 'none' = 'open';
  let body: BodyCount | undefined;
  return {
    feed(chunk: Uint8Array): void {
      octets += chunk.length;
      if (body !== undefined) return body.feed(chunk);
      const before = start.length;
      start += latin1(chunk.subarray(0, KEPT - before));
      if (head === 'open') head = readHead(start);
      if (typeof head === 'string') return;
      body = countBody(head, method);
      body.feed(chunk.subarray(Math.max(0, head.headOctets - before)));
    },
    octets: () => octets,
    start: () => start,
    isComplete: (): boolean => body?.isComplete() ?? false,
    answer(closed: boolean): AnswerFraming | undefined {
      if (head === 'none') return undefined;
      const known = head === 'open' ? beginningOf(start) : head;
      if (known === undefined) return undefined;
      const { framing = 'none', bodyOctets = 0, extraOctets = 0, ...rest } = body?.facts() ?? {};
      const complete = body?.isComplete() ?? (body !== undefined && closed ? undefined : false);
      return { ...known, framing, bodyOctets, extraOctets, ...rest, ...(complete !== undefined && { complete }) };
    },
  };
}

/** Of a head that did not come to its end, what came of it. */
function beginningOf(start: string): Omit<Head, 'headOctets'> | undefined {
  const lines = start.lastIndexOf('\n');
  if (lines === -1) return undefined;
  const head = readHead(`${start.slice(0, lines + 1)}\n`);
  if (typeof head === 'string') return undefined;
  const { headOctets: _, ...known } = head;
  return known;
}

const latin1 = (octets: Uint8Array): string =>
  Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('latin1');
