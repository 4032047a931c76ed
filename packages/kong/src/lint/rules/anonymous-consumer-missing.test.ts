import { expect, it } from 'vitest';
import { anonymousConsumerMissing } from './anonymous-consumer-missing.ts';
import { kong, said } from './testing.ts';

const text = (anonymous: string): string =>
  kong(`consumers: [{username: guest, id: 6a1c2b3d-0000-4000-8000-000000000001}]
plugins: [{name: jwt, config: {anonymous: ${anonymous}}}]`);

it.each<[string, string, number]>([
  ['by username', text('guest'), 0],
  ['by id', text('6a1c2b3d-0000-4000-8000-000000000001'), 0],
  ['nobody', text('visitor'), 1],
  ['another case', text('Guest'), 1],
])('%s', (_, config, count) => expect(said(anonymousConsumerMissing, config)).toHaveLength(count));

it('is an error, at its place', () => {
  expect(said(anonymousConsumerMissing, text('visitor'))[0]).toMatch(/^error kong\.yaml:3: Requests .* get 500/);
});
