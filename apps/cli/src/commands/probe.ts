import { judgeUpstream, type Probe, probeDocument, probePlan, probeReport, settingOf } from '@why401/hops/probe';
import { probeUpstream } from '@why401/node/probe';
import { Failure, fail } from '../failure.ts';
import { loadedGateway } from '../input/gateway.ts';
import { exitOf, type Outcome } from '../outcome.ts';
import { gatewayOf, milliseconds, namesOf, type ProbeOptions, readSettings } from '../probe/options.ts';
import { readPems } from '../probe/pems.ts';
import type { Verb } from '../session.ts';

/** The server behind Kong, asked on every layer from where this runs. */
export const probe: Verb<ProbeOptions> = async (session, _, options) => {
  const { service: name, path, method, host } = options;
  if (name === undefined) fail('no-service', 'No service is named.', 'Give --service NAME.');
  const settings = readSettings(options.set);
  const { gateway, version } = await loadedGateway(session, options);
  const plan = probePlan(gateway, { service: name, method, path, ...(host !== undefined && { clientHost: host }) });
  if (!plan.ok) throw new Failure(plan.problem);
  const { service, targets } = plan.value;
  const frontTimeout =
    options.frontTimeout === undefined ? undefined : milliseconds('--front-timeout', options.frontTimeout);
  const setting = settingOf(service, { settings, version, frontTimeout });
  const ask = {
    names: namesOf(settings, options.dns),
    idle: milliseconds('--idle', options.idle),
    budget: milliseconds('--budget', options.budget) / targets.length,
    allowHosts: options.allowHost,
    now: () => session.io.now(),
    ...gatewayOf(options),
    ...(await readPems(session, options)),
  };
  const probes: Probe[] = [];
  for (const target of targets) {
    const facts = await probeUpstream(target, ask);
    probes.push({ facts, setting, steps: judgeUpstream(facts, setting) });
  }
  await session.tell('Seen from this machine: what the gateway’s own network lets through may differ.');
  return {
    exit: exitOf(outcomeOf(probes), session.settings.failOn),
    report: () => probeReport(probes),
    json: () => ({ service: setting.service, ...probeDocument(probes) }),
  };
};

function outcomeOf(probes: readonly Probe[]): Outcome {
  const steps = probes.flatMap((one) => one.steps);
  const findings = steps.flatMap(({ severity }) => (severity === undefined ? [] : [{ severity }]));
  const looked = probes.every(
    ({ facts }) => facts.connections.some(({ refused }) => refused === undefined) || facts.name.source === 'none',
  );
  return { verdict: looked ? 'accepted' : 'undecided', findings };
}
