import type { Place, Severity } from '@why401/core';
import { type Line, line } from '@why401/core/report';
import type { Smell } from '../lint.ts';
import { explainSmell } from '../rules/index.ts';

/** A smell as it is told; the first line stands alone. */
export interface Told {
  readonly id: string;
  readonly severity: Severity;
  readonly lines: readonly Line[];
  readonly hint: string | undefined;
  readonly place: Place | undefined;
}

/** Reader's problems that are no defect of the configuration: they say how much of it is known. */
const NOTES: ReadonlySet<string> = new Set(['config-partial-view', 'config-other-version', 'plugin-not-bundled']);

export function severityOf(smell: Smell): Severity {
  if (smell.kind === 'finding') return smell.finding.severity;
  return NOTES.has(smell.problem.code) ? 'info' : 'warning';
}

export function told(smell: Smell): Told {
  const severity = severityOf(smell);
  if (smell.kind === 'problem') {
    const { code, message, hint, place } = smell.problem;
    return { id: code, severity, lines: [line`${capital(message)}.`], hint, place };
  }
  const { finding } = smell;
  return { id: finding.id, severity, ...explainSmell(finding), place: finding.place };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
