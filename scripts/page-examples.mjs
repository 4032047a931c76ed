// Puts the examples beside the built page, as its server hands them out: the texts, not the names of files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const read = (name) => readFileSync(join(root, name.replace(/^@/, '')), 'utf8');
const { now, examples, timelines = [] } = JSON.parse(read('examples/index.json'));

/** What the page fills in for the arguments of a command line. */
function forPage({ title, args }) {
  const after = (option) => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined);
  const [verb, first] = args;
  const paste = after('--request') ?? after('--token') ?? first;
  const reply = after('--reply');
  return {
    title: title.replace(/^\d+\. /, ''),
    view: verb,
    paste: read(paste),
    reply: reply && read(reply),
    route: after('--route'),
    at: after('--at'),
  };
}

const page = join(root, 'apps/web/dist/page');
const content = {
  now,
  configuration: { name: 'kong.yaml', text: read('examples/kong.yaml') },
  examples: [...examples, ...timelines].map(forPage),
};
mkdirSync(page, { recursive: true });
writeFileSync(join(page, 'examples.json'), JSON.stringify(content));
