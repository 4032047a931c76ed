import { actualReplyOf, readAsked } from '@why401/kong/ask';
import { type Bench, noConfiguration } from '../bench.ts';
import type { Body } from '../body.ts';
import type { Judged } from '../model.ts';
import { commandLine, optionsOf } from '../same-as.ts';
import { readTimes } from '../times.ts';
import { gatewaySettings, settingOptions } from './gateway-settings.ts';

const FORMS = ['diff', 'deck', 'admin-api'] as const;

/** What Kong answers to the paste. With `cures: "later"` the verdict comes without them, and much sooner. */
export function explain(bench: Bench, body: Body): Judged {
  const text = body.text('paste');
  const replyText = body.optional('reply');
  const [route, service] = [body.optional('route'), body.optional('service')];
  const [as, cures] = [body.choice('as', FORMS), body.choice('cures', ['now', 'later'])];
  const settings = gatewaySettings(body);
  const read = readTimes(body, bench.systemNow());
  if (!read.ok) return read;
  const { now, zone, notes, options } = read.times;

  const paste = readAsked(text, 'the paste');
  if (!paste.ok) return { ok: false, problems: [paste.problem] };
  const reply = replyText === undefined ? undefined : actualReplyOf(replyText, 'the reply');
  if (reply?.ok === false) return { ok: false, problems: [reply.problem] };
  if (bench.configFiles.length === 0) return { ok: false, problems: [noConfiguration] };
  const asking = bench.gateway(settings, now);
  if (!asking.ok) return asking;
  const question = { paste: paste.value, name: 'the paste', route, service, reply: reply?.value };
  const asked = asking.asker.ask(question, { zone, as: as ?? 'diff', ...(cures && { cures }) });
  if (!asked.ok) return asked;

  const { answer } = asked;
  const sameAs = commandLine(
    ...['why401', 'explain'],
    ...bench.configFiles.flatMap(({ name }) => ['--config', name]),
    ...['--request', 'paste.txt'],
    ...optionsOf({ '--reply': reply && 'reply.txt', '--route': route, '--service': service }),
    ...optionsOf({ ...settingOptions(settings), '--as': as }),
    ...options,
  );
  const told = {
    command: 'explain',
    report: answer.report(),
    data: answer.json(),
    sameAs,
    known: answer.known,
    more: { claimUses: answer.claimUses() },
  } as const;
  return { ok: true, told: { ...told, notes: [...notes, ...answer.notes] } };
}
