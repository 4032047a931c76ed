import type { Problem, Read } from '@why401/core';
import type { PastedRequest } from '@why401/core/input';
import { redactReport } from '@why401/core/redact';
import type { Section } from '@why401/core/report';
import { knownOfTokens, notToExplain, readAsked } from '@why401/kong/ask';
import { effectivePlugins, effectiveSection } from '@why401/kong/chain';
import { refusalProblems } from '@why401/kong/config';
import { explainRoute, routeDocument, routeReport } from '@why401/kong/router';
import { readRelease } from '@why401/kong/versions';
import { readRequest, wireOfPaste } from '@why401/kong/wire';
import { type Bench, noConfiguration } from '../bench.ts';
import { type Body, WrongBody } from '../body.ts';
import type { Judged } from '../model.ts';
import { commandLine, optionsOf } from '../same-as.ts';
import { gatewaySettings, settingOptions } from './gateway-settings.ts';

/** Which Route takes the request of the paste, or one that is given part by part; and the plugins of that Route. */
export function route(bench: Bench, body: Body): Judged {
  const settings = gatewaySettings(body);
  const pasted = body.optional('paste');
  const read = pasted === undefined ? { ok: true as const, value: requestOf(body) } : requestIn(pasted);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  if (bench.configFiles.length === 0) return { ok: false, problems: [noConfiguration] };
  const release = readRelease(settings.version);
  if (!release.ok) return { ok: false, problems: [release.problem] };
  const asking = bench.gateway(settings, bench.systemNow());
  if (!asking.ok) return asking;
  const { gateway } = asking.asker;
  const refused = refusalProblems(gateway.refusals);
  if (refused.length > 0) return { ok: false, problems: refused };
  const seen = readRequest(wireOfPaste(read.value));
  if (!seen.ok) return { ok: false, problems: [refusedByNginx(seen.fault.reason)] };

  const usual = release.value.version === '2.8' ? 'traditional' : 'traditional_compatible';
  const report = explainRoute(gateway, seen.request, settings.flavor ?? usual, release.value, bench.crypto);
  const { match } = report;
  const plugins =
    match.kind === 'matched'
      ? redacted(effectiveSection(effectivePlugins(gateway, match.route, match.service, release.value)))
      : null;
  const sameAs = commandLine(
    ...['why401', 'route'],
    ...bench.configFiles.flatMap(({ name }) => ['--config', name]),
    ...['--request', pasted === undefined ? 'request.txt' : 'paste.txt'],
    ...optionsOf(settingOptions(settings)),
  );
  return {
    ok: true,
    told: {
      command: 'route',
      report: routeReport(report),
      data: routeDocument(report),
      sameAs,
      notes: [],
      known: knownOfTokens(tokensIn(pasted)),
      more: { plugins },
    },
  };
}

const redacted = (section: Section): Section | null =>
  redactReport({ title: '', sections: [section] }).sections[0] ?? null;

function tokensIn(pasted: string | undefined): readonly string[] {
  const paste = pasted === undefined ? undefined : readAsked(pasted, 'the paste');
  return paste?.ok === true ? paste.value.tokens.map(({ text }) => text) : [];
}

/** The first of those that were pasted. */
function requestIn(text: string): Read<PastedRequest> {
  const paste = readAsked(text, 'the paste');
  if (!paste.ok) return paste;
  const [request] = paste.value.requests;
  if (request !== undefined && request.from !== 'headers') return { ok: true, value: request };
  return { ok: false, problem: notToExplain(paste.value.kind, 'the paste') };
}

const SCHEMES = ['https', 'http'] as const;

/** @throws WrongBody where a part is missing or cannot be one */
function requestOf(body: Body): PastedRequest {
  const [method, target] = [body.text('method'), body.text('target')];
  if (!target.startsWith('/')) throw new WrongBody();
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(body.optional('host') ?? '') ?? [];
  return {
    from: 'raw-http',
    method,
    scheme: body.choice('scheme', SCHEMES),
    host: host === '' ? undefined : host,
    port: port === undefined ? undefined : Number(port),
    target,
    headers: (body.optional('headers') ?? '').split(/\r?\n/).flatMap(headerOf),
    body: undefined,
    problems: [],
  };
}

function headerOf(line: string): readonly (readonly [string, string])[] {
  const colon = line.indexOf(':');
  return colon <= 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
}

const refusedByNginx = (reason: string): Problem => ({
  code: 'request-refused',
  message: `nginx refuses this request before the router sees it (${reason}).`,
});
