import type { Crypto } from '@why401/core';
import type { HopRecord } from '../record/index.ts';
import { readAnswer } from './answer.ts';
import { readLb } from './lb/index.ts';
import { readLines } from './lines.ts';
import { loggedPage } from './logged-page.ts';
import type { Evidence } from './model.ts';
import { readConfigured, readService } from './service.ts';
import { headerOf } from './text.ts';
import { readTrace } from './trace.ts';

/** Reads everything out of a record that a judge looks at. */
export function gather(record: HopRecord, { crypto }: { readonly crypto: Pick<Crypto, 'digest'> }): Evidence {
  const configured = readConfigured(record, crypto);
  const method =
    record.request?.method ?? record.entry?.method ?? record.accessLines?.at(-1)?.method ?? loggedMethod(record);
  return {
    record,
    hasLb1: hasLb(record, 'lb1') ?? proxied(record),
    hasLb2: hasLb(record, 'lb2'),
    lb1: readLb(record.lb1),
    lb2: readLb(record.lb2),
    answer: record.client && readAnswer(record.client, record.request),
    loggedPage: loggedPage(record),
    trace: readTrace(record),
    lines: readLines(record.errorLines),
    service: readService(record, configured),
    configured,
    method: method?.toUpperCase() ?? null,
  };
}

const loggedMethod = ({ errorLines }: HopRecord): string | null =>
  errorLines?.find(({ request }) => request !== null)?.request?.split(' ')[0] ?? null;

/** Where addresses are told at all, a hop without one is not there. */
function hasLb(record: HopRecord, hop: 'lb1' | 'lb2'): boolean | null {
  if (record.addresses[hop] !== null || (record[hop]?.length ?? 0) > 0) return true;
  return Object.values(record.addresses).some((address) => address !== null) ? false : null;
}

/** Headers that proxies add: the request did not come straight from the client. */
function proxied({ entry }: HopRecord): boolean | null {
  const headers = entry?.requestHeaders ?? null;
  if (headers === null) return null;
  const added = ['x-forwarded-for', 'forwarded', 'via', 'x-forwarded-proto'].some(
    (name) => headerOf(headers, name) !== null,
  );
  return added ? true : null;
}
