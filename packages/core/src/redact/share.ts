import { type Report, toHtml, toJson, toMarkdown } from '../report/index.ts';
import type { Known } from './model.ts';
import { replace } from './replace.ts';
import { redactJson } from './walk/json.ts';
import { redactReport } from './walk/report.ts';
import { findersFor } from './walk/text.ts';

export type ShareFormat = 'html' | 'md' | 'json';

/** What a command found: for people and for machines. */
export interface Shareable {
  readonly command: string;
  readonly report: Report;
  /** What `--json` would print, without `schemaVersion` and `command`. */
  readonly data: object;
}

export const isShareFormat = (name: string): name is ShareFormat => ['html', 'md', 'json'].includes(name);

/**
 * A stand-alone file to give away: redacted span by span before it is printed, and searched once
 * more afterwards. Nothing of `known` remains in it, nor anything that looks like a token.
 */
export function share({ command, report, data }: Shareable, format: ShareFormat, known: Known = {}): string {
  const text = print();
  return replace(text, findersFor(known).printed(text));

  function print(): string {
    if (format === 'json') return `${toJson(command, { ...asObject(redactJson(data, known)), redacted: true })}\n`;
    const redacted = redactReport(report, known);
    const note = 'Redacted by why401: tokens, secrets and claim values are left out.';
    return format === 'html' ? toHtml(redacted, { footer: note }) : `${toMarkdown(redacted)}\n---\n\n${note}\n`;
  }
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
