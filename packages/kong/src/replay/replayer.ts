import type { Ports, Problem } from '@why401/core';
import type { Gateway, LoadOptions } from '../config/index.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../judgement/index.ts';
import { keyLoader } from '../key-loader.ts';
import type { RouterMemory } from '../router/index.ts';
import { type KongVersion, type RouterFlavor, readRelease } from '../versions/index.ts';
import { type BadLine, debugSeen, type ReplayCase, readCase, wireOf } from './case.ts';
import { outputOf, type ReplayOutput, undecided } from './output.ts';

/** A configuration, what Kong would refuse of it, or why it could not be read at all. */
export type LoadedConfig =
  | { readonly kind: 'gateway'; readonly gateway: Gateway }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export type ConfigOptions = Required<Pick<LoadOptions, 'version' | 'flavor' | 'keyLoads'>>;

export interface ReplayOptions {
  /** Called once for each path, version and flavor; `options` are those of `loadGateway`. */
  loadConfig(path: string, options: ConfigOptions): LoadedConfig;
  readonly ports: Pick<Ports, 'crypto'>;
}

export interface Replayer {
  /** One line of a cases file to one line of output. */
  line(text: string): ReplayOutput | BadLine;
  replay(one: ReplayCase): Replayed | BadLine;
}

export interface Replayed {
  readonly output: ReplayOutput;
  /** Null where the configuration never became the running one. */
  readonly judgement: Judgement | null;
}

export function createReplayer({ loadConfig, ports }: ReplayOptions): Replayer {
  const loaded = new Map<string, LoadedConfig>();
  const memories = new Map<LoadedConfig, RouterMemory>();
  const keyLoads = keyLoader(ports);
  const load = (path: string, version: KongVersion, flavor: RouterFlavor): LoadedConfig => {
    const id = `${version} ${flavor} ${path}`;
    const config = loaded.get(id) ?? loadConfig(path, { version, flavor, keyLoads: keyLoads(version) });
    loaded.set(id, config);
    return config;
  };

  const replay = (one: ReplayCase): Replayed | BadLine => {
    const { id, kong, routerFlavor: flavor, now } = one;
    const release = readRelease(kong);
    if (!release.ok) return { output: undecided(id, release.problem.message), judgement: null };
    const { version, switches } = release.value;
    const config = load(one.config, version, flavor);
    if (config.kind === 'unreadable') return { id, error: config.problem.message };
    const refusal = refusalOf(config);
    if (refusal !== undefined) return { output: undecided(id, `config refused: ${refusal}`), judgement: null };
    if (config.kind === 'refused') return { id, error: 'the configuration was refused without a word' };
    const wire = wireOf(one);
    const clock = { now: () => now * 1000 };
    // The cases of a configuration were sent one after the other to one process.
    const remembered = memories.get(config) ?? new Map();
    memories.set(config, remembered);
    const judgement = judge(
      config.gateway,
      wire,
      { version: kong, flavor, remembered },
      { clock, crypto: ports.crypto },
    );
    return { output: outputOf(id, judgement, debugSeen(wire, switches.debugHeaderLimited)), judgement };
  };

  return {
    replay,
    line(text) {
      const read = readCase(text);
      if (!read.ok) return read.bad;
      const replayed = replay(read.value);
      return 'error' in replayed ? replayed : replayed.output;
    },
  };
}

function refusalOf(config: LoadedConfig): string | undefined {
  if (config.kind === 'refused') return config.problems.map(({ message }) => message).join('; ');
  if (config.kind !== 'gateway' || config.gateway.refusals.length === 0) return undefined;
  return config.gateway.refusals.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
