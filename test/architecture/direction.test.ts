import { describe, expect, it } from 'vitest';
import { unknownRooms, wrongImports } from './direction.ts';
import { productSources } from './sources.ts';

describe('imports', () => {
  it('go one way', () => {
    expect(productSources().flatMap(wrongImports)).toEqual([]);
  });

  it('come from rooms that have a place in the order', () => {
    expect(unknownRooms(productSources())).toEqual([]);
  });
});

describe('the direction check itself', () => {
  it.each([
    ['packages/core/src/parse/a.ts', '@why401/kong/config'],
    ['packages/core/src/parse/a.ts', '../verdict/index.ts'],
    ['packages/core/src/parse/a.ts', 'yaml'],
    ['packages/kong/src/wire/a.ts', '../plugins/index.ts'],
    ['packages/kong/src/wire/a.ts', '../../../core/src/parse/index.ts'],
    ['packages/kong/src/wire/a.ts', '@why401/node'],
    ['packages/node/src/a.ts', '@why401/kong'],
    ['apps/cli/src/commands/decode.ts', '@why401/web/server'],
    ['apps/web/src/a.ts', 'why401'],
    ['packages/core/src/a.ts', '@why401/testkit'],
  ])('refuses %s importing %s', (path, specifier) => {
    expect(wrongImports({ path, text: '', imports: [specifier] })).toHaveLength(1);
  });

  it.each([
    ['packages/kong/src/plugins/jwt/a.ts', '@why401/core/issuer'],
    ['packages/kong/src/plugins/jwt/a.ts', '../../wire/index.ts'],
    ['packages/core/src/verdict/a.ts', '../parse/index.ts'],
    ['apps/cli/src/commands/serve.ts', '@why401/web/server'],
    ['packages/node/src/crypto/a.ts', 'node:crypto'],
  ])('lets %s import %s', (path, specifier) => {
    expect(wrongImports({ path, text: '', imports: [specifier] })).toEqual([]);
  });
});
