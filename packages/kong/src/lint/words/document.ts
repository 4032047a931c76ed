import { maskedMessage } from '../../config/index.ts';
import type { Linted } from '../lint.ts';
import { told } from './smell.ts';

/** Members of the document of `why401 lint`, and of one line of its batch. */
export function lintDocument({ accepted, crashes, refusals, smells, release, flavor }: Linted): object {
  return {
    kongVersion: release.text,
    routerFlavor: flavor,
    accepted,
    ...(crashes && { crashes }),
    refusals: refusals.map((refusal) => ({
      path: refusal.path,
      message: maskedMessage(refusal),
      ...(refusal.place !== undefined && { place: refusal.place }),
    })),
    smells: smells.map(told).map(({ id, severity, lines, hint, place }) => ({
      id,
      severity,
      text: lines.map((line) => line.map(({ text }) => text).join('')).join(' '),
      ...(hint !== undefined && { hint }),
      ...(place !== undefined && { place }),
    })),
  };
}
