import type { Headers } from '../record/index.ts';

export const headerOf = (headers: Headers | null, name: string): string | null =>
  headers?.find(([own]) => own === name)?.[1] ?? null;

/** A whole number of a header; null where there is none. */
export function numberOf(text: string | null): number | null {
  return text !== null && /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}
