import { readEvidence } from '@why401/core/evidence';
import type { WellKnownKind } from '@why401/core/issuer';
import { PROFILES } from '@why401/core/rules';
import { type IssuerInput, issuerDocument, issuerReport, judgeIssuer, type NamedIssuer } from '@why401/core/verdict';
import { gatewayIssuers } from '@why401/kong/credentials';
import { type Opinion, reportWithShown, type ShownIssuer, shownIssuer, withShown } from '@why401/kong/discovery';
import { nextDocument } from '@why401/node/issuer';
import type { Bench } from '../bench.ts';
import type { Body } from '../body.ts';
import type { Judged } from '../model.ts';
import { commandLine, optionsOf } from '../same-as.ts';
import { readTimes } from '../times.ts';
import { gatewaySettings, settingOptions } from './gateway-settings.ts';

/** What the issuer that was asked has shown, or the uploaded documents, judged as the command line judges them. */
export function issuer(bench: Bench, body: Body): Judged {
  const from = body.choice('from', ['asked', 'files']) ?? 'asked';
  const [expect, iss] = [body.optional('expect'), body.optional('iss')];
  const profile = body.choice('profile', PROFILES) ?? 'auto';
  const settings = gatewaySettings(body);
  const read = readTimes(body, bench.systemNow());
  if (!read.ok) return read;
  const { now, notes, options } = read.times;

  const shown = from === 'asked' ? shownOf(bench) : undefined;
  const documents = shown === undefined ? filesOf(bench, expect) : { ...shown.input, words: [shown.asked] };
  if (shown === undefined && documents.metadata === undefined && documents.keySet === undefined)
    return { ok: false, problems: [from === 'asked' ? NOT_ASKED : NO_DOCUMENT] };
  const { words, ...given } = documents;
  const others = [...ofToken(iss), ...ofConfiguration(bench, settings, now)];
  const judgement = judgeIssuer({ ...given, profile, now, others }, bench.crypto, { now: () => performance.now() });
  const judged = { ...judgement, issuer: judgement.issuer ?? (from === 'files' ? expect : undefined) };
  const first: WellKnownKind = profile === 'oauth' ? 'oauth-authorization-server' : 'openid-configuration';
  const next = shown === undefined ? undefined : nextDocument(shown.evidence, first);
  const sameAs = commandLine(
    ...['why401', 'issuer', ...words],
    ...optionsOf({ '--profile': profile === 'auto' ? undefined : profile, '--token': iss && '@paste.txt' }),
    ...bench.configFiles.flatMap(({ name }) => ['--config', name]),
    ...optionsOf({ '--kong-version': settingOptions(settings)['--kong-version'] }),
    ...options,
  );
  return {
    ok: true,
    told: {
      command: 'issuer',
      report: reportWithShown(issuerReport(judged), shown),
      data: withShown(issuerDocument(judged), shown),
      sameAs,
      notes,
      known: {},
      more: { next: next === undefined ? null : { role: next.role, url: next.url } },
    },
  };
}

function shownOf({ issuerFiles }: Bench): ShownIssuer | undefined {
  const bytesOf = (wanted: string) => issuerFiles.find(({ name }) => name === wanted)?.bytes;
  const evidence = readEvidence(bytesOf('evidence') ?? new Uint8Array());
  if (!evidence.ok) return undefined;
  // Our own words, put down by the route that asked.
  const opinion = JSON.parse(new TextDecoder().decode(bytesOf('opinion')) || 'null') as Opinion | null;
  return shownIssuer(evidence.value, { asked: evidence.value.issuer, opinion: opinion ?? undefined });
}

interface Given extends Pick<IssuerInput, 'metadata' | 'keySet'> {
  /** Of the command line that says the same. */
  readonly words: readonly string[];
}

/** Of each kind the last file that came. */
function filesOf({ metadataFiles, keyFiles }: Bench, expect: string | undefined): Given {
  const [metadata, keys] = [metadataFiles.at(-1), keyFiles.at(-1)];
  return {
    ...(metadata !== undefined && { metadata: { input: metadata.bytes, facts: { expect } } }),
    ...(keys !== undefined && { keySet: { input: keys.bytes, file: keys.name } }),
    words: optionsOf({ '--file': metadata?.name, '--expect': expect, '--jwks': keys?.name }),
  };
}

const ofToken = (iss: string | undefined): readonly NamedIssuer[] =>
  iss === undefined ? [] : [{ source: 'token', name: 'iss', value: iss }];

/** A configuration that cannot be read names nobody; where it is asked about, that is said. */
function ofConfiguration(bench: Bench, settings: ReturnType<typeof gatewaySettings>, now: number) {
  if (bench.configFiles.length === 0) return [];
  const asking = bench.gateway(settings, now);
  return asking.ok ? gatewayIssuers(asking.asker.gateway) : [];
}

const NOT_ASKED = {
  code: 'not-asked',
  message: 'The server no longer holds what this issuer has shown.',
  hint: 'Ask it once more.',
};
const NO_DOCUMENT = {
  code: 'no-document',
  message: 'Nothing to judge was given.',
  hint: 'Ask an issuer, or drop a discovery document, a JWK set, or both.',
};
