import type { Check, Judgement } from '../../judgement/index.ts';
import type { ClaimCheck, StepData } from '../../plugins/index.ts';

/** What the jwt plugin does with one member of a token. */
export interface ClaimUse {
  readonly part: 'header' | 'payload';
  /** `*`: every member that is not named. */
  readonly name: string;
  readonly use: 'looked-up' | 'checked' | 'refused' | 'ignored' | 'not-reached';
  readonly text: string;
}

type Steps = { readonly [Id in keyof StepData]?: { readonly outcome: Check['outcome']; readonly data: StepData[Id] } };

/** Of the plugin that decided; nothing where no jwt plugin got to see the claims. */
export function claimUses({ path }: Pick<Judgement, 'path'>): readonly ClaimUse[] {
  const last = path.findLast(({ plugin }) => plugin?.name === 'jwt')?.plugin;
  const own = path.filter(({ plugin }) => plugin !== null && plugin === last);
  const steps = Object.fromEntries(own.map((check) => [check.step, check])) as Steps;
  if (steps.J22 === undefined) return [];
  return [algUse(steps), ...keyClaimUse(steps), ...timeUses(steps), ...OTHERS];
}

const OTHERS: readonly ClaimUse[] = [
  { part: 'header', name: '*', use: 'ignored', text: 'Not looked at.' },
  { part: 'payload', name: '*', use: 'ignored', text: 'Not looked at.' },
];

function algUse({ J22: known, J40: fitting }: Steps): ClaimUse {
  const alg = { part: 'header', name: 'alg' } as const;
  if (known?.outcome === 'fail') return { ...alg, use: 'refused', text: 'Checked: Kong does not know it.' };
  if (fitting === undefined) return { ...alg, use: 'checked', text: 'Checked: Kong knows it.' };
  const text = `Checked against the algorithm of the credential, ${fitting.data.algorithm}.`;
  return { ...alg, use: fitting.outcome === 'fail' ? 'refused' : 'checked', text };
}

function keyClaimUse({ J31, J32, J33, J34, J36 }: Steps): ClaimUse[] {
  const step = J36 ?? J34 ?? J33 ?? J32 ?? J31;
  const part = J31?.data.source ?? step?.data.source;
  if (step === undefined || step.data.claim === null || part === undefined) return [];
  const name = step.data.claim;
  if (step.outcome === 'fail') {
    const why = step === J36 ? 'no credential has it as its key' : 'Kong cannot use it';
    return [{ part, name, use: 'refused', text: `The credential is looked up by it: ${why}.` }];
  }
  return [{ part, name, use: 'looked-up', text: 'The credential is looked up by it.' }];
}

const FAULTS: Readonly<Record<ClaimCheck['outcome'], string>> = {
  pass: 'Checked.',
  'not-a-number': 'Checked: it is no number.',
  expired: 'Checked: the time is over.',
  'too-early': 'Checked: the time has not come.',
};

function timeUses({ J60, J61 }: Steps): ClaimUse[] {
  return (['exp', 'nbf'] as const).map((name): ClaimUse => {
    const part = 'payload';
    const use = name === 'exp' ? lifetimeUse(J61) : undefined;
    if (use?.use === 'refused') return use;
    if (J60 === undefined) return { part, name, use: 'not-reached', text: 'Not reached.' };
    const check = J60.data.checked.find((one) => one.name === name);
    if (check !== undefined)
      return { part, name, use: check.outcome === 'pass' ? 'checked' : 'refused', text: FAULTS[check.outcome] };
    return use ?? { part, name, use: 'ignored', text: 'Not looked at: claims_to_verify does not list it.' };
  });
}

function lifetimeUse(J61: Steps['J61']): ClaimUse | undefined {
  if (J61 === undefined) return undefined;
  const use = J61.outcome === 'fail' ? 'refused' : 'checked';
  return { part: 'payload', name: 'exp', use, text: `Checked against maximum_expiration, ${J61.data.maximum} s.` };
}
