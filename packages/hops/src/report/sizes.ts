import { line, type Section, warn } from '@why401/core/report';
import { checkSizes, type SizeFinding } from '../sizes/index.ts';
import type { Found } from './model.ts';

/** Sizes of the request and the answer that come near what a named product of the chain takes by default. */
export function sizesOf({ chain, joined: { record } }: Found): readonly SizeFinding[] {
  const named = [chain.lb1, chain.lb2, chain.server].flatMap((name) => (name == null || name === '' ? [] : [name]));
  return checkSizes(record.request, record.client, named);
}

export function sizeSections(found: Found): readonly Section[] {
  const findings = sizesOf(found);
  if (findings.length === 0) return [];
  const blocks = findings.map(({ product, what, found: octets, limit, outcome, note }) => ({
    kind: 'text' as const,
    lines: [
      line`${warn(`${sizeText(octets)} of ${what}`)} ${outcome === 'above' ? 'is more than' : 'comes near what'} ${product} takes by default (${sizeText(limit)})${note === null ? '' : `; ${note}`}.`,
    ],
  }));
  return [{ id: 'sizes', title: 'Sizes', blocks }];
}

const KB = 1024;

const sizeText = (octets: number): string =>
  octets >= KB * KB
    ? `${Number((octets / KB / KB).toFixed(2))} MB`
    : octets >= 10 * KB
      ? `${Number((octets / KB).toFixed(1))} KB`
      : `${octets} octets`;
