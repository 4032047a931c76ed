// What `npm run new-rule` writes, for each of the catalogues.

const BASIS = 'say here why it is believed: an RFC and its section, a source file, a recording';

const tokenRule = (id, name) => `import { line, value } from '../../report/index.ts';
import { assumed, type TokenRule } from './rule.ts';

export const ${name}: TokenRule<{ readonly found: string }> = {
  id: '${id}',
  severity: 'warning',
  basis: [assumed('${BASIS}')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }) => {
    const found = claims?.['${id}'];
    return found === undefined ? undefined : { found: JSON.stringify(found) };
  },
  explain: ({ found }) => [line\`The claim ${id} is \${value(found)}.\`],
};
`;

const tokenTest = (id, name) => `import { expect, it } from 'vitest';
import { ${name} } from './${id}.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['has the defect', { claims: { '${id}': 1 } }, 'The claim ${id} is 1.'],
  ['has it not', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(${name}, made)).toBe(said);
});
`;

const metadataRule = (id, name) => `import { member } from '../../json/index.ts';
import { code, line } from '../../report/index.ts';
import { defect, shown } from './look.ts';
import { assumed, type MetadataRule } from './rule.ts';

const NAME = '${id}';

export const ${name}: MetadataRule = {
  id: '${id}',
  severity: 'warning',
  basis: [assumed('${BASIS}')],
  looksAt: 'members',
  judge: ({ object }) => {
    const found = member(object, NAME);
    return defect(found !== undefined, { member: NAME, found: shown(found), wanted: 'no such member' });
  },
  explain: () => [line\`There is a member \${code(NAME)}.\`],
};
`;

const metadataTest = (id, name) => `import { expect, it } from 'vitest';
import { ${name} } from './${id}.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['has the defect', { members: { '${id}': 1 } }, ['warning ${id}']],
  ['has it not', {}, []],
])('%s', (_, made, found) => {
  expect(said(${name}, made)).toEqual(found);
});
`;

const keysetRule = (id, name) => `import { ofKey, words } from './look.ts';
import { assumed, type KeySetRule } from './rule.ts';

export const ${name}: KeySetRule = {
  id: '${id}',
  severity: 'warning',
  basis: [assumed('${BASIS}')],
  judge: ({ reading: { keys } }) =>
    keys.flatMap((key) => (key.kid === '${id}' ? [ofKey(key, { message: 'It is called ${id}.' })] : [])),
  explain: words,
};
`;

const keysetTest = (id, name) => `import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { ${name} } from './${id}.ts';
import { type Made, said } from './testing.ts';

const key = mintKey('ES256').publicJwk;

it.each<[string, Made, readonly string[]]>([
  ['has the defect', { keys: [{ ...key, kid: '${id}' }] }, ['warning keys[0]']],
  ['has it not', { keys: [key] }, []],
])('%s', (_, made, found) => {
  expect(said(${name}, made)).toEqual(found);
});
`;

const room = (kind) => `packages/core/src/rules/${kind}`;

export const catalogues = {
  token: {
    room: room('token'),
    list: 'tokenRules',
    rule: tokenRule,
    test: tokenTest,
    wrong: (id) => `The token has a claim called \`${id}\`.`,
    example: (id) => `{"${id}":1}`,
  },
  metadata: {
    room: room('metadata'),
    list: 'metadataRules',
    rule: metadataRule,
    test: metadataTest,
    wrong: (id) => `The document has a member called \`${id}\`.`,
    example: (id) => `{"${id}": 1}`,
  },
  keyset: {
    room: room('keyset'),
    list: 'keySetRules',
    rule: keysetRule,
    test: keysetTest,
    wrong: (id) => `A key is called \`${id}\`.`,
    example: (id) => `{"kid": "${id}"}`,
  },
};

export const page = (id, { wrong, example }) => `# ${id}

## What is wrong

${wrong(id)}

## Example

\`\`\`
${example(id)}
\`\`\`

## Why it matters

Who is refused because of it, and who is let through that should not be.

## What to change

- Issuer, client or gateway: what each of them does about it.

## Basis

- ${BASIS}
`;
