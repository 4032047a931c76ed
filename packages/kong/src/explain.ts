import type { Ports, Problem } from '@why401/core';
import { type ConfigFile, type Gateway, loadGateway, routerFlavor } from './config/index.ts';
import type { Situation } from './cure/index.ts';
import { type ActualReply, type Explanation, explanationOf, unlessRefused } from './explanation/index.ts';
import { judge } from './judge.ts';
import { keyLoader } from './key-loader.ts';
import { defaultVersion, type KongVersion, type RouterFlavor, readRelease } from './versions/index.ts';
import type { WireRequest } from './wire/index.ts';

export interface ExplainOptions {
  /** `3.9`, `3.9.1`, `HEAD`, …; 3.9 where absent. */
  readonly version?: string;
  readonly flavor?: RouterFlavor;
  /** IANA name of the zone in which times are shown. */
  readonly zone: string;
}

export interface Explainer {
  readonly gateway: Gateway;
  /** Judges the request and says why, what cures it, and what comes then. `reply` is what Kong really answered. */
  explain(request: WireRequest, reply?: ActualReply, as?: { zone?: string; cures?: boolean }): Explanation;
}

export type Explaining =
  | { readonly ok: true; readonly explainer: Explainer }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a configuration once, to explain what its gateway does with any number of requests. */
export function createExplainer(files: readonly ConfigFile[], options: ExplainOptions, ports: Ports): Explaining {
  const release = readRelease(options.version ?? defaultVersion);
  if (!release.ok) return { ok: false, problems: [release.problem] };
  const flavor = routerFlavor(files, release.value.version, options.flavor);
  const keyLoads = keyLoader(ports);
  const load = (texts: readonly ConfigFile[], version: KongVersion = release.value.version) =>
    loadGateway(texts, { version, flavor, keyLoads: keyLoads(version) }, ports);
  const loaded = load(files);
  if (!loaded.ok) return loaded;

  const { gateway, frame } = loaded;
  const simulator: Situation['simulator'] = {
    load: (texts, version) => usable(load(texts, version)),
    judge: (model, wire, { version = options.version ?? defaultVersion, assume = [] }) =>
      judge(model, wire, { version, flavor, assume }, ports),
  };
  // Opened for editing once, where that costs little: nodes take many times the room of their text.
  const kept: Situation['opened'] | undefined = files.every(isSmall) ? new Map() : undefined;
  const explain: Explainer['explain'] = (request, reply, as) => {
    const judgement = unlessRefused(simulator.judge(gateway, request, {}), gateway.refusals);
    const situation = { judgement, gateway, files, frame, request, simulator, ports, opened: kept ?? new Map() };
    return explanationOf(situation, { zone: options.zone, reply, ...as });
  };
  return { ok: true, explainer: { gateway, explain } };
}

const isSmall = ({ text }: ConfigFile): boolean => text.length < 1_000_000;

/** Kong takes no file of which it refuses a part. */
function usable(loaded: ReturnType<typeof loadGateway>): Gateway | undefined {
  return loaded.ok && loaded.gateway.refusals.length === 0 ? loaded.gateway : undefined;
}
