import { climb, type Drawn, ladderDocument, ladderReport, patiences, readPatience } from '@why401/hops/ladder';
import { refusalProblems } from '@why401/kong/config';
import { type Bench, noConfiguration } from '../bench.ts';
import type { Body } from '../body.ts';
import type { Judged } from '../model.ts';
import { commandLine, optionsOf } from '../same-as.ts';
import { gatewaySettings, settingOptions } from './gateway-settings.ts';

/** What a terminal of usual width has. */
const DRAWING = { unicode: true, width: 100 };

/** Time-outs of the chain around the uploaded configuration, held against one another. */
export function ladder(bench: Bench, body: Body): Judged {
  const settings = gatewaySettings(body);
  const service = body.optional('service');
  const given = ['client', 'lb1', 'lb2', 'server'].flatMap((who) => {
    const text = body.optional(who)?.trim();
    return text === undefined || text === '' ? [] : [[who, text] as const];
  });
  if (bench.configFiles.length === 0) return { ok: false, problems: [noConfiguration] };
  const asking = bench.gateway(settings, bench.systemNow());
  if (!asking.ok) return asking;
  const { gateway } = asking.asker;
  const refused = refusalProblems(gateway.refusals);
  if (refused.length > 0) return { ok: false, problems: refused };
  const drawn: Drawn[] = [];
  for (const kong of patiences(gateway, service)) {
    const read = readPatience(kong, Object.fromEntries(given));
    if (!read.ok) return { ok: false, problems: [read.problem] };
    drawn.push({ kong, ladder: climb(read.value) });
  }
  if (drawn.length === 0) return { ok: false, problems: [NO_SERVICE] };
  const sameAs = commandLine(
    ...['why401', 'ladder'],
    ...bench.configFiles.flatMap(({ name }) => ['--config', name]),
    ...optionsOf({ '--service': service }),
    ...given.flatMap(([who, text]) => [`--${who}`, text]),
    ...optionsOf(settingOptions(settings)),
  );
  const told = {
    command: 'ladder',
    report: ladderReport(drawn, DRAWING),
    data: ladderDocument(drawn),
    sameAs,
  } as const;
  return { ok: true, told: { ...told, notes: [], known: {} } };
}

const NO_SERVICE = {
  code: 'no-such-service',
  message: 'The configuration has no such Service.',
  hint: 'Give its name as it stands there, or leave it out.',
} as const;
