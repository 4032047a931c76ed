import { redactJson } from '@why401/core/redact';
import { maskedMessage } from '../../config/index.ts';
import { shownValue } from '../../gate/index.ts';
import type { Across, AcrossRequest } from '../across.ts';
import { causeOf } from './cause.ts';

/** Members of the document of `why401 explain --across`. */
export const acrossDocument = ({ requests }: Across): object =>
  redactJson({ across: requests.map(requestOf) }) as object;

const requestOf = ({ request, answers, upgrades }: AcrossRequest): object => ({
  request,
  answers: answers.map(({ version, flavor, side, refusals }) => ({
    version,
    flavor,
    refusals: refusals.map((one) => ({ path: one.path, message: maskedMessage(one) })),
    answer: side,
  })),
  upgrades: upgrades.map(({ before, after, outcome, differences, causes }) => ({
    before,
    after,
    outcome,
    differences: differences.map((one) => ({
      field: one.field,
      before: one.before === null ? null : shownValue(one, one.before),
      after: one.after === null ? null : shownValue(one, one.after),
    })),
    causes: causes.map((cause) => ({
      kind: cause.kind,
      ...(cause.kind === 'switch' && { switch: cause.name }),
      ...causeOf(cause),
    })),
  })),
});
