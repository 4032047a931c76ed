import type { Finding, Ports, Problem } from '@why401/core';
import { type ConfigFile, type Gateway, type LoadOptions, loadGateway, type Refusal } from '../config/index.ts';
import { keyLoader } from '../key-loader.ts';
import { defaultVersion, type Release, type RouterFlavor, readRelease } from '../versions/index.ts';
import { judgeSmells } from './rules/index.ts';

export interface LintOptions {
  /** `3.9`, `3.9.1`, `HEAD`, …; 3.9 where absent. */
  readonly version?: string | undefined;
  /** That of the release where absent. */
  readonly flavor?: RouterFlavor | undefined;
  /** Kong's own loader where absent; `auto` recognizes what the files are. */
  readonly form?: LintForm | undefined;
}

export type LintForm = 'db-less' | 'deck' | 'auto';

/** What Kong's loader says of a configuration, and what we think of it. */
export interface Linted {
  readonly accepted: boolean;
  /** Kong itself breaks down over it (500) and tells no field. */
  readonly crashes: boolean;
  /** One for each text of Kong's `fields`. */
  readonly refusals: readonly Refusal[];
  readonly smells: readonly Smell[];
  readonly release: Release;
  readonly flavor: RouterFlavor;
}

/** A finding of a rule, or a problem that the reader of the files met. */
export type Smell =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'problem'; readonly problem: Problem };

export type Linting =
  | { readonly ok: true; readonly linted: Linted }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Judges files as one configuration. Problems are what nobody can read: too large, too deep, a version unknown. */
export function lint(files: readonly ConfigFile[], options: LintOptions, ports: Pick<Ports, 'crypto'>): Linting {
  const read = readRelease(options.version ?? defaultVersion);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const release = read.value;
  const flavor = options.flavor ?? (release.version === '2.8' ? 'traditional' : 'traditional_compatible');
  const { form = 'db-less' } = options;
  const load: LoadOptions = {
    version: release.version,
    flavor,
    keyLoads: keyLoader(ports)(release.version),
    ...(form !== 'auto' && { as: form }),
  };
  const loaded = loadGateway(files, load, ports);
  const base = { release, flavor };
  if (!loaded.ok) return unreadable(loaded.problems, files, base);
  const { gateway } = loaded;
  const crashes = gateway.refusals.some(({ path }) => path.length === 0);
  const refusals = crashes ? [] : gateway.refusals;
  const accepted = gateway.refusals.length === 0;
  return { ok: true, linted: { ...base, accepted, crashes, refusals, smells: smellsOf(gateway, base, ports) } };
}

type Base = Pick<Linted, 'release' | 'flavor'>;

function smellsOf(gateway: Gateway, base: Base, { crypto }: Pick<Ports, 'crypto'>): readonly Smell[] {
  return [
    ...judgeSmells({ gateway, ...base, crypto }).map((finding) => ({ kind: 'finding' as const, finding })),
    ...gateway.smells.map((problem) => ({ kind: 'problem' as const, problem })),
  ];
}

/** Faults that Kong's parser has as well; what else stops us (depth, size) is our own limit. */
const PARSER: ReadonlySet<string> = new Set(['yaml-syntax', 'json-syntax', 'config-no-object']);

/** Kong takes a list at the top of a file for a map, and breaks down. */
const LIST = /^(?:\ufeff|\s|#[^\n]*\n|---(?=\s))*(?:-\s|\[)/;

function unreadable(problems: readonly Problem[], files: readonly ConfigFile[], base: Base): Linting {
  if (!problems.every(({ code }) => PARSER.has(code))) return { ok: false, problems };
  const isList = problems[0]?.code === 'config-no-object' && files.some(({ text }) => LIST.test(text));
  if (isList) return { ok: true, linted: { ...base, accepted: false, crashes: true, refusals: [], smells: [] } };
  const refusals = problems.map(({ message, place }) => ({
    path: ['error'],
    message: `failed parsing declarative configuration: ${message}`,
    ...(place !== undefined && { place }),
  }));
  return { ok: true, linted: { ...base, accepted: false, crashes: false, refusals, smells: [] } };
}
