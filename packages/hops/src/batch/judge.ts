import type { Ports } from '@why401/core';
import type { Gateway } from '@why401/kong/config';
import { decide } from '../decide/index.ts';
import { gather } from '../evidence/index.ts';
import { type BadCase, type HopCase, readCase } from './case.ts';
import { type HopOutput, outputOf } from './output.ts';
import { recordOf } from './record-of.ts';
import type { View } from './view.ts';

export interface HopJudgeOptions {
  /**
   * Called once for each path and version of Kong. Null: there is none, or it cannot be read; the case is then judged
   * without it.
   */
  loadConfig(path: string, kong: string | null): Gateway | null;
  readonly ports: { readonly crypto: Pick<Ports['crypto'], 'digest'> };
}

export interface HopJudge {
  /** One line of a cases file to one line of output. */
  line(text: string, view: View): HopOutput | BadCase;
  judge(one: HopCase, view: View): HopOutput;
}

/** Judges the lines of cases files; each configuration is loaded once. */
export function createHopJudge({ loadConfig, ports }: HopJudgeOptions): HopJudge {
  const loaded = new Map<string, Gateway | null>();
  const load = ({ config, kong }: HopCase): Gateway | null => {
    if (config === null) return null;
    const key = `${kong ?? ''} ${config}`;
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const gateway = loadConfig(config, kong);
    loaded.set(key, gateway);
    return gateway;
  };
  const judge = (one: HopCase, view: View): HopOutput =>
    outputOf(one.id, decide(gather(recordOf(one, view, load(one)), ports)));
  return {
    judge,
    line(text, view) {
      const read = readCase(text);
      return read.ok ? judge(read.value, view) : read.bad;
    },
  };
}
