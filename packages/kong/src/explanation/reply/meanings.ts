import type { Judgement } from '../../judgement/index.ts';
import type { Author, Meaning, ReplyDifference } from './model.ts';

/** What the differences between the predicted and the real reply mean, the likeliest first. */
export function meaningsOf(judgement: Judgement, differences: readonly ReplyDifference[], author: Author): Meaning[] {
  const meanings: Meaning[] = [...versionOf(judgement, author)];
  if (author.hop === 'upstream') return [...meanings, { id: 'upstream-answered' }, { id: 'other-configuration' }];
  if (author.plugin === null) {
    if (author.hop === 'unknown' && judgement.unmarked !== true) meanings.push({ id: 'hop-in-between' });
    return [...meanings, { id: 'other-configuration' }];
  }
  if (differences.every(({ what }) => what === 'www-authenticate')) return [...meanings, { id: 'header-changed' }];
  const predicted = judgement.failed?.step ?? null;
  const own = judgement.plugin?.name ?? (judgement.failed === null ? null : 'core');
  if (author.plugin !== own && author.plugin !== 'core' && !hasPlugin(judgement, author.plugin)) {
    return [...meanings, { id: 'plugin-not-in-file', plugin: author.plugin }, { id: 'other-configuration' }];
  }
  meanings.push({ id: 'other-check', predicted, actual: author.steps }, ...ofStep(author.steps, predicted));
  return [...meanings, { id: 'other-configuration' }];
}

function versionOf(judgement: Judgement, author: Author): Meaning[] {
  const { version } = author;
  if (version === null || judgement.version === 'HEAD' || `${version}.`.startsWith(`${judgement.version}.`)) return [];
  return [{ id: 'other-version', version }];
}

/** Checks that a request went through on the way name every plugin that the file puts there. */
function hasPlugin(judgement: Judgement, name: string): boolean {
  return judgement.path.some(({ plugin }) => plugin?.name === name);
}

function ofStep(actual: readonly string[], predicted: string | null): Meaning[] {
  const is = (...steps: string[]) => actual.some((step) => steps.includes(step));
  if (is('J10')) return [{ id: 'token-lost-on-the-way' }];
  if (is('J36')) return [{ id: 'credential-not-running' }];
  if (is('J40', 'J41', 'J42', 'J43', 'J53')) return [{ id: 'other-key-running' }];
  if (is('J60', 'J61') || predicted === 'J60' || predicted === 'J61') return [{ id: 'other-time' }];
  return [];
}
