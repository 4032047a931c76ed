import type { Problem } from '@why401/core';
import { readPaste } from '@why401/core/input';
import { readToken, type Token } from '@why401/core/parse';
import {
  buildTimeline,
  type GatewayLife,
  scaleOf,
  svgTree,
  type TimelineEntry,
  timelineJson,
  timelineWords,
} from '@why401/core/timeline';
import { knownOfTokens } from '@why401/kong/ask';
import { lifetimesOf } from '@why401/kong/lifetimes';
import { readRelease } from '@why401/kong/versions';
import type { Bench, GatewaySettings } from '../bench.ts';
import type { Body } from '../body.ts';
import type { Judged } from '../model.ts';
import { commandLine, optionsOf } from '../same-as.ts';
import { readTimes } from '../times.ts';
import { gatewaySettings, settingOptions } from './gateway-settings.ts';
import { keySetOf } from './key-set.ts';

/** More bars than this are no picture any more. */
const MOST_TOKENS = 50;

/** Which of the tokens are valid at a time, by the standard and by the uploaded configuration and keys. */
export function timeline(bench: Bench, body: Body): Judged {
  const given = body.list('tokens').map((one) => ({ name: one.text('name'), text: one.text('text') }));
  const theme = body.choice('theme', ['light', 'dark']);
  const [width, idPrefix] = [body.number('width'), body.optional('idPrefix')];
  const settings = gatewaySettings(body);
  const read = readTimes(body, bench.systemNow());
  if (!read.ok) return read;
  const { now, at = now, zone, notes, options } = read.times;

  const named = given.flatMap(tokensIn);
  if (named.length === 0 || named.length > MOST_TOKENS) return { ok: false, problems: [countProblem(named.length)] };
  const lives = lifetimes(bench, settings, now);
  if (!lives.ok) return lives;
  const keySet = keySetOf(bench);
  const entries = named.map(({ name, text }): TimelineEntry => {
    const token = readToken(text);
    return { name, token, ...(keySet && { keySet }), ...(lives.of && { gateways: lives.of(token) }) };
  });

  const built = buildTimeline(entries, { now, zone, at });
  const picture = { ...(theme && { theme }), ...(width !== undefined && { width }), ...(idPrefix && { idPrefix }) };
  const sameAs = commandLine(
    ...['why401', 'timeline', ...given.map(({ name }) => name)],
    ...bench.configFiles.flatMap(({ name }) => ['--config', name]),
    ...optionsOf({ '--kong-version': settingOptions(settings)['--kong-version'], '--jwks': keySet?.name }),
    ...options,
  );
  return {
    ok: true,
    told: {
      command: 'timeline',
      report: timelineWords(built, { alphabet: 'unicode' }),
      data: timelineJson(built),
      sameAs,
      notes,
      known: knownOfTokens(named.map(({ text }) => text)),
      more: { svg: svgTree(built, picture), scale: scaleOf(built) },
    },
  };
}

interface Named {
  readonly name: string;
  readonly text: string;
}

function tokensIn({ name, text }: Named): readonly Named[] {
  const { tokens } = readPaste(text);
  return tokens.map((token, at) => ({ name: tokens.length === 1 ? name : `${name} ${at + 1}`, text: token.text }));
}

const countProblem = (count: number): Problem =>
  count === 0
    ? { code: 'token-missing', message: 'There is no token in it.', hint: 'Give a token, or a text with one.' }
    : {
        code: 'too-many-tokens',
        message: `There are ${count} tokens; a picture holds ${MOST_TOKENS}.`,
        hint: 'Give fewer at a time.',
      };

type Lifetimes =
  | { readonly ok: true; readonly of: ((token: Token) => GatewayLife[]) | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function lifetimes(bench: Bench, settings: GatewaySettings, now: number): Lifetimes {
  if (bench.configFiles.length === 0) return { ok: true, of: undefined };
  const release = readRelease(settings.version);
  if (!release.ok) return { ok: false, problems: [release.problem] };
  const asking = bench.gateway(settings, now);
  if (!asking.ok) return asking;
  const options = { gateway: asking.asker.gateway, release: release.value, crypto: bench.crypto };
  return { ok: true, of: (token) => lifetimesOf(token, options) };
}
