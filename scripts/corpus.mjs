// `npm run corpus`: judges the documents of third parties in WHY401_TESTDATA, and prints how far that agrees
// with their lists. The files are read where they are.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCrypto } from '@why401/node/crypto';
import { discoveryAgreement, jwksAgreement, tokensAgreement } from './corpus/index.mjs';

const root = process.env.WHY401_TESTDATA;
const crypto = createCrypto();
const now = Date.now();
const ROWS = [
  [
    'discovery',
    discoveryAgreement,
    ({ documents, alarms }) => `${documents} documents, alarms under auto where nothing is broken: ${alarms.length}`,
  ],
  ['jwks', jwksAgreement, ({ sets, keys, rotations }) => `${sets} key sets, ${keys} keys, ${rotations} rotations`],
  ['tokens', tokensAgreement, ({ tokens, undecided }) => `${tokens} tokens, not computable here: ${undecided}`],
];

let isAgreed = true;
for (const [folder, judge, about] of ROWS) {
  if (root === undefined || !existsSync(join(root, folder, 'index.json'))) {
    console.log(`${folder.padEnd(10)} not there (WHY401_TESTDATA)`);
    continue;
  }
  const figures = judge(root, crypto, now);
  const { expected, found, missed, unexpected = [], alarms = [] } = figures;
  const errors = 'unexpected' in figures ? `, unexpected errors: ${unexpected.length}` : '';
  console.log(`${folder.padEnd(10)} ${about(figures)}; expected findings ${expected}, found ${found}${errors}`);
  for (const one of missed) console.log(`  missed      ${one}`);
  for (const one of unexpected) console.log(`  unexpected  ${one}`);
  for (const one of alarms) console.log(`  alarm       ${one}`);
  if (missed.length + unexpected.length + alarms.length > 0) isAgreed = false;
}
process.exitCode = isAgreed ? 0 : 1;
