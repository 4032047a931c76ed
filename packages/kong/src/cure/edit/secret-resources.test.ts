import { describe, expect, it } from 'vitest';
import { masksOf, openFile } from './index.ts';

const CANARY = 'canary-of-a-secret';

describe('a Secret of Kubernetes', () => {
  it.each<[string, string, boolean]>([
    ['in clear', `kind: Secret\nstringData:\n  group: ${CANARY}\n`, true],
    ['encoded', `kind: Secret\ndata: {key: ${CANARY}}\n`, true],
    ['in a list', JSON.stringify({ kind: 'List', items: [{ kind: 'Secret', data: { key: CANARY } }] }), true],
    ['that is something else', `kind: ConfigMap\ndata: {key: ${CANARY}}\n`, false],
  ])('%s is hidden', (_, text, hidden) => {
    const masks = masksOf(openFile(text), 'k.yaml');
    const at = text.indexOf(CANARY);
    expect(masks.some(({ from, to }) => from <= at && to >= at + CANARY.length)).toBe(hidden);
  });
});
