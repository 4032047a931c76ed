import { joinReadings, readKeys } from '@why401/core/keys';
import { clockSection, judgeToken, verifyDocument, verifyReport } from '@why401/core/verdict';
import { knownOfTokens, notToExplain, readAsked } from '@why401/kong/ask';
import type { Bench } from '../bench.ts';
import type { Body } from '../body.ts';

import type { Judged } from '../model.ts';
import { commandLine } from '../same-as.ts';
import { readTimes } from '../times.ts';

/** Whether the signature of the token in the paste is valid under the uploaded keys. */
export function verify(bench: Bench, body: Body): Judged {
  const text = body.text('paste');
  const read = readTimes(body, bench.systemNow());
  if (!read.ok) return read;
  const { now, at, notes, options } = read.times;

  const paste = readAsked(text, 'the paste');
  if (!paste.ok) return { ok: false, problems: [paste.problem] };
  const token = paste.value.tokens[paste.value.chosen];
  if (token === undefined) return { ok: false, problems: [notToExplain(paste.value.kind, 'the paste')] };
  const { crypto, keyFiles } = bench;
  const reading = joinReadings(keyFiles.map(({ name, bytes }) => readKeys(bytes, crypto, { file: name })));
  const claims = { now: at ?? now, leeway: 0, issuers: undefined, audiences: undefined };
  const judgement = judgeToken(token.text, { ...claims, keys: reading.keys, policy: {} }, crypto);

  const sameAs = commandLine(
    ...['why401', 'verify', '@paste.txt'],
    ...keyFiles.flatMap(({ name }) => ['--key', name]),
    ...options,
  );
  const { sections, ...rest } = verifyReport(judgement, reading, crypto);
  const report = { ...rest, sections: [...sections, clockSection(claims)] };
  const data = { ...verifyDocument(judgement, reading, crypto), leeway: claims.leeway };
  return { ok: true, told: { command: 'verify', report, data, sameAs, notes, known: knownOfTokens([token.text]) } };
}
