import type { Place, Ports, Problem } from '@why401/core';
import type { FrameLine } from '@why401/core/report';
import { type KongVersion, type LoaderRules, loaderRules, type RouterFlavor } from '../versions/index.ts';
import { enterpriseSmells } from './build/enterprise.ts';
import { foreignPlugins } from './build/foreign-plugins.ts';
import { buildGateway } from './build/gateway.ts';
import { keySmells } from './build/key-smells.ts';
import { claimRefusals, fileRefusals } from './build/refusals.ts';
import { danglingSmells, runningSmells, severalTargets } from './build/running.ts';
import { settingsOf } from './build/settings.ts';
import {
  applyDeck,
  type ConfigFile,
  deckNotes,
  type FileKind,
  type FileRead,
  type Form,
  joinResources,
  migrateFormat,
  type ParsedFile,
  readFile,
  type TargetGateway,
  templateNames,
} from './forms/index.ts';
import { byteLength, MAX_BYTES } from './limits.ts';
import type { Gateway } from './model.ts';
import {
  checkIntegrity,
  type Declarative,
  declarative,
  expandUrl,
  flatten,
  type Item,
  judgeFile,
  type Leaf,
  own,
} from './schema/index.ts';
import { enabledPlugins } from './settings/index.ts';
import { frameOf, type Source } from './text/index.ts';

export interface LoadOptions {
  readonly version: KongVersion;
  readonly flavor: RouterFlavor;
  /**
   * The form to take the files for. Absent: each is recognized by its marks, and taken for Kong's own without any;
   * plugins that Kong does not bring along are then let through, since the file does not tell the edition.
   */
  readonly as?: Form;
  /** Whether Kong's OpenSSL loads a text (a byte string) as a key. Absent or undefined: not known, and not judged. */
  readonly keyLoads?: (text: string) => boolean | undefined;
}

export type Loaded =
  | {
      readonly ok: true;
      readonly gateway: Gateway;
      readonly frame: Frame;
      /** What each file was taken for, in the order given; resources of Kubernetes count as one, at the end. */
      readonly kinds: readonly FileKind[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Lines of a file around a place, secrets left out. Empty for a place outside the files. */
export type Frame = (place: Place, context?: number) => readonly FrameLine[];

/**
 * Reads every form of configuration into one model; texts become byte strings. Several files are one configuration,
 * their lists one behind the other. What Kong's loader refuses is in `gateway.refusals`; a problem is what nobody can read.
 */
export function loadGateway(files: readonly ConfigFile[], options: LoadOptions, ports: Pick<Ports, 'crypto'>): Loaded {
  const tooLarge = sizeProblem(files);
  if (tooLarge) return { ok: false, problems: [tooLarge] };
  const templates = templateNames(files);
  const reads = files.map((file) => readFile(file, options.as, templates));
  const problems = reads.flatMap((read) => (read.ok ? [] : [read.problem]));
  if (problems.length > 0) return { ok: false, problems };
  const parsed = parsedFiles(reads, targetOf(options, ports));
  const several = severalTargets(parsed);
  if (several) return { ok: false, problems: [several] };
  const frame = frameWithin(parsed);
  return { ok: true, gateway: gatewayOf(parsed, options, ports), frame, kinds: parsed.map(({ kind }) => kind) };
}

/** Keeps the texts alone, and lets go of what was parsed. */
function frameWithin(parsed: readonly ParsedFile[]): Frame {
  const all = parsed.flatMap(({ source, others = [] }) => [source, ...others.filter((one) => one !== source)]);
  return (place, context = 2) => {
    const [source, ...others] = all.filter(({ file }) => file === place.file);
    return source ? frameOf(source, place, context, others) : [];
  };
}

const targetOf = ({ version, flavor }: LoadOptions, { crypto }: Pick<Ports, 'crypto'>): TargetGateway => ({
  hasRedirect: loaderRules(version).bundledPlugins.has('redirect'),
  hasExpressions: flavor === 'expressions',
  crypto,
});

/** Resources of Kubernetes refer to each other over all files. */
function parsedFiles(reads: readonly FileRead[], gateway: TargetGateway): readonly ParsedFile[] {
  const read = reads.filter((one) => one.ok);
  const files = read.flatMap((one) => ('file' in one ? [one.file] : []));
  const clusters = read.flatMap((one) => ('resources' in one ? [one] : []));
  if (clusters.length === 0) return files;
  const joined = joinResources(
    clusters.flatMap(({ resources }) => resources),
    gateway,
  );
  const smells = [...clusters.flatMap((one) => one.smells), ...joined.smells];
  return [...files, { ...joined, smells }];
}

function gatewayOf(files: readonly ParsedFile[], options: LoadOptions, { crypto }: Pick<Ports, 'crypto'>): Gateway {
  const rules = loaderRules(options.version);
  const settings = settingsOf(files);
  const enabled = enabledPlugins(settings, rules);
  const known = knownBy(rules, options, enabled);
  const ids = { cacheKeyFirst: rules.refusesDuplicates, crypto };
  const items: Item[] = [];
  const refused: { readonly file: ParsedFile; readonly found: readonly Leaf[] }[] = [];
  const untransformed = new Set<Source>();
  for (const file of files) {
    const { form, source, origins, node = 0 } = file;
    const schema = known(form);
    const root = adapted(file, rules);
    const { filled, refusals } = judgeFile(root, schema, form === 'db-less' ? 'names' : 'deck', ids);
    refused.push({ file, found: refusals });
    if (own(root, '_transform') === false) untransformed.add(source);
    const derivesIds = form === 'db-less' || form === 'kubernetes';
    const readBy = form === 'db-less' ? 'loader' : form === 'admin-api' ? 'running' : 'deck';
    if (filled) flatten(root, filled, { known: schema, source, node, origins, derivesIds, readBy, ...ids }, items);
  }
  const notes = files.map(deckNotes);
  const integrity = checkIntegrity(
    items,
    rules,
    notes.some(({ looksUpElsewhere }) => looksUpElsewhere),
  );
  const first = refused.flatMap(({ file, found }) => (file.form === 'admin-api' ? [] : fileRefusals(found, file)));
  const found = {
    refusals: first.length > 0 ? first : claimRefusals(integrity.claims),
    smells: [
      ...files.flatMap(({ smells }) => smells),
      ...notes.flatMap(({ smells }) => smells),
      ...refused.flatMap(({ file, found: faults }) =>
        file.form === 'admin-api' ? runningSmells(faults, file, rules) : [],
      ),
      ...danglingSmells(items, integrity.directory),
      ...keySmells(items),
      ...enterpriseSmells(items, rules),
      ...(enabled === undefined ? foreignPlugins(items, rules) : []),
    ],
    unmodelled: notes.flatMap(({ unmodelled }) => unmodelled),
    settings,
  };
  return buildGateway(integrity.items, integrity.directory, found, untransformed);
}

/** What decK, or the loader of Kong 3 for older formats, makes of a file before it is judged. */
function adapted({ form, root, origins }: ParsedFile, rules: LoaderRules) {
  // Entities that were put together here are known by identity, and use none of decK's additions.
  if (form === 'deck' && origins === undefined) return applyDeck(root, expandUrl);
  return form === 'db-less' && rules.migratesPaths ? migrateFormat(root) : root;
}

/** The schema of each form, made when it is first needed. */
function knownBy(
  rules: LoaderRules,
  { flavor, keyLoads, as }: LoadOptions,
  enabled: ReadonlySet<string> | undefined,
): (form: Form) => Declarative {
  const made = new Map<Form, Declarative>();
  return (form) => {
    const setting = {
      rules,
      flavor,
      anyPlugin: as !== 'db-less',
      ...(enabled && { enabled }),
      keyLoads: keyLoads ?? (() => undefined),
    };
    const known = made.get(form) ?? declarative(setting);
    made.set(form, known);
    return known;
  };
}

function sizeProblem(files: readonly ConfigFile[]): Problem | undefined {
  const bytes = files.reduce((sum, { text }) => sum + byteLength(text), 0);
  if (bytes <= MAX_BYTES) return undefined;
  const last = files[files.length - 1];
  return {
    code: 'config-too-large',
    message: `the configuration has ${bytes} bytes; ${MAX_BYTES} can be read`,
    ...(last ? { place: { file: last.name } } : {}),
    hint: 'leave out what the question does not need: `deck gateway dump --skip-consumers`, or one workspace at a time',
  };
}
