import type { Problem } from '@why401/core';
import { askWho, type Given, readChain, rejectingPlugin, requestTextIn, type WhoPorts } from '@why401/hops/ask';
import { type Found, whoDocument, whoReport } from '@why401/hops/report';
import { knownOfTokens, readAsked } from '@why401/kong/ask';
import { refusalProblems } from '@why401/kong/config';
import type { Bench } from '../bench.ts';
import type { Body } from '../body.ts';
import { givenIn } from '../given.ts';
import type { Judged } from '../model.ts';
import { commandLine, optionsOf } from '../same-as.ts';
import { readTimes, type Times } from '../times.ts';
import { gatewaySettings, settingOptions } from './gateway-settings.ts';
import { meaningOf } from './meaning.ts';

/** Which hop answered, on which link it broke, and why: from the answers and logs that came with the question. */
export function hops(bench: Bench, body: Body, bytes: Uint8Array): Judged {
  const given = givenIn(body, bytes);
  const [chainText, requestId] = [body.optional('chain'), body.optional('requestId')];
  const kong = body.optional('kongVersion') ?? null;
  const chain = readChain(chainText);
  if (!chain.ok) return { ok: false, problems: [chain.problem] };
  const read = readTimes(body, bench.systemNow());
  if (!read.ok) return read;

  const { found, configs } = askWho(
    {
      given,
      requestId: requestId ?? null,
      formats: [],
      chain: chainText === undefined ? undefined : chain.value,
      kong,
    },
    { crypto: bench.crypto, gateway: () => gatewayOf(bench, body, read.times) },
  );
  const explaining = goOn(bench, body, { found, given, times: read.times });
  const complete = explaining.explained === undefined ? found : { ...found, explained: explaining.explained };
  const apart = configs.length === 0 ? [] : ['A configuration among the logs was left out: drop it by itself.'];
  const of = (hop: Given['hop']) => given.flatMap((one) => (one.hop === hop ? [one.name] : []));
  const sameAs = commandLine(
    ...['why401', 'who', ...of(undefined)],
    ...(['lb1', 'lb2'] as const).flatMap((hop) => of(hop).flatMap((name) => [`--${hop}`, name])),
    ...bench.configFiles.flatMap(({ name }) => ['--config', name]),
    ...optionsOf({ '--chain': chainText, '--request-id': requestId, ...settingOptions(gatewaySettings(body)) }),
  );
  return {
    ok: true,
    told: {
      command: 'who',
      report: whoReport(complete),
      data: whoDocument(complete),
      sameAs,
      notes: [...explaining.notes, ...apart],
      known: knownOfTokens(explaining.tokens),
      more: { meaning: meaningOf(given) },
    },
  };
}

function gatewayOf(bench: Bench, body: Body, { now }: Times): ReturnType<WhoPorts['gateway']> {
  if (bench.configFiles.length === 0) return { gateway: null, problems: [] };
  const asking = bench.gateway(gatewaySettings(body), now);
  if (!asking.ok) return { gateway: null, problems: asking.problems };
  const { gateway } = asking.asker;
  return { gateway, problems: refusalProblems(gateway.refusals) };
}

interface Explaining {
  readonly explained?: NonNullable<Found['explained']>;
  readonly notes: readonly string[];
  readonly tokens: readonly string[];
}

interface Around {
  readonly found: Found;
  readonly given: readonly Given[];
  readonly times: Times;
}

/** Where a plugin of Kong rejected, `explain` says which check of it: with the configuration and the request. */
function goOn(bench: Bench, body: Body, { found, given, times }: Around): Explaining {
  const text = requestTextIn(given);
  const paste = text === undefined ? undefined : readAsked(text, 'the request');
  const tokens = paste?.ok === true ? paste.value.tokens.map((token) => token.text) : [];
  const plugin = rejectingPlugin(found);
  if (plugin === undefined) return { notes: [], tokens };
  const missing = [
    ...(bench.configFiles.length === 0 ? ['the configuration'] : []),
    ...(paste === undefined ? ['the request (curl -v)'] : []),
  ];
  if (missing.length > 0) {
    const note = `The ${plugin} plugin rejected; with ${missing.join(' and ')} it is explained which check of it.`;
    return { notes: [note], tokens };
  }
  if (paste?.ok !== true) return { notes: [], tokens };
  const asking = bench.gateway(gatewaySettings(body), times.now);
  if (!asking.ok) return { notes: asking.problems.map(saysNot), tokens };
  const question = { paste: paste.value, name: 'the request', route: undefined, service: undefined, reply: undefined };
  const asked = asking.asker.ask(question, { zone: times.zone, as: 'diff' });
  if (!asked.ok) return { notes: asked.problems.map(saysNot), tokens };
  const { answer } = asked;
  return { explained: { report: answer.report(), json: answer.json() }, notes: answer.notes, tokens };
}

const saysNot = ({ message }: Problem): string => `explain could not go on: ${message}`;
