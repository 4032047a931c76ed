// Writes the list of diagnoses into the README, from the first sentence of each page in docs/rules.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [OPEN, CLOSE] = ['<!-- diagnoses -->', '<!-- /diagnoses -->'];
const GROUPS = [
  ['The issuer', (id) => ['metadata', 'keyset'].some((room) => existsSync(`packages/core/src/rules/${room}/${id}.ts`))],
  ['What Kong does', (id) => id.startsWith('kong-')],
  ['The token', () => true],
];

function firstSentence(id) {
  const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
  const text = /## What is wrong\s+([\s\S]*?)(?:\n\n|\n## )/.exec(page)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
  return /^(?:`[^`]*`|[^`])*?\.(?= |$)/.exec(text)?.[0] ?? text;
}

const ids = readdirSync('docs/rules').map((name) => name.replace(/\.md$/, ''));
const left = new Set(ids);
const parts = GROUPS.map(([title, belongs]) => {
  const own = [...left].filter(belongs).sort();
  for (const id of own) left.delete(id);
  return `### ${title}\n\n${own.map((id) => `- [${id}](docs/rules/${id}.md): ${firstSentence(id)}`).join('\n')}`;
});

const readme = readFileSync('README.md', 'utf8');
const [before, rest] = readme.split(OPEN);
const after = rest.split(CLOSE)[1];
writeFileSync('README.md', `${before}${OPEN}\n\n${parts.join('\n\n')}\n\n${CLOSE}${after}`);
console.log(`${ids.length} diagnoses`);
