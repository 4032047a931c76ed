import { expect, it } from 'vitest';
import type { LintOptions } from '../lint.ts';
import { pathLooksLikeRegex } from './path-looks-like-regex.ts';
import { kong, said } from './testing.ts';

const path = (text: string): string => kong(`routes:\n- name: r\n  paths: ['${text}']\n`);

it.each<[string, string, LintOptions, number]>([
  ['a class', path('/orders/[0-9]'), {}, 1],
  ['an escape', path('/orders/\\d'), {}, 1],
  ['a repetition', path('/orders/.*'), {}, 1],
  ['an end', path('/orders$'), {}, 1],
  ['marked', path('~/orders/\\d+'), {}, 0],
  ['plain', path('/orders.v2/a-b_c~d'), {}, 0],
  ['2.8, where it is one', path('/orders/\\d').replace('3.0', '2.1'), { version: '2.8' }, 0],
])('%s', (_, text, options, count) => expect(said(pathLooksLikeRegex, text, options)).toHaveLength(count));
