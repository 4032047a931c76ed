import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signalRoute } from './kinds/signal.ts';

/** The examples that ship with the project, as the build put them beside the page. */
export const examples = signalRoute('/api/examples', ({ pages }) => readFile(join(pages, 'examples.json'), 'utf8'));
