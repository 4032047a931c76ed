import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const verbs = ['explain', 'decode', 'verify', 'diff', 'replay', 'completion'];

it.each([
  ['decod', 'decode'],
  ['dceode', 'decode'],
  ['Verify', 'verify'],
  ['explian', 'explain'],
  ['dif', 'diff'],
  ['competion', 'completion'],
  ['x', undefined],
  ['serve', undefined],
  ['', undefined],
])('%s: %s', (typed, meant) => {
  expect(nearest(typed, verbs)).toBe(meant);
});
