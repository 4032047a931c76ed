import { EFFECTS } from './effects-table.ts';
import type { Probe } from './report.ts';

/** As `--json` prints it, without the frame of every document. */
export function probeDocument(probes: readonly Probe[]): object {
  return {
    targets: probes.map(({ facts: { target, startedAt, ms, leftOut }, steps }) => ({
      host: target.host,
      port: target.port,
      protocol: target.protocol,
      hostHeader: target.hostHeader,
      path: target.path,
      startedAt: new Date(startedAt).toISOString(),
      ms: Math.round(ms),
      leftOut,
      steps: steps.map(({ step, outcome, severity, follows, ms: took, evidence, effect, fix, basis }) => ({
        step,
        ok: outcome === 'pass' ? true : outcome === 'fail' ? false : null,
        outcome,
        ...(severity !== undefined && { severity }),
        ...(follows !== undefined && { follows }),
        ...(took !== undefined && { ms: Math.round(took) }),
        evidence,
        ...(effect !== undefined && { kongEffect: { code: effect, ...EFFECTS[effect] } }),
        ...(fix !== undefined && { fix }),
        basis,
      })),
    })),
  };
}
