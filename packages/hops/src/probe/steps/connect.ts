import type { ConnectionFacts } from '@why401/core';
import type { EffectCode, Fix, Step } from '../model.ts';

const FAILURES: Readonly<Record<string, readonly [EffectCode, words: string]>> = {
  ECONNREFUSED: ['U-REFUSED', 'refused: nothing listens there'],
  ECONNRESET: ['U-RST-CONN', 'reset as soon as it was opened'],
  EHOSTUNREACH: ['U-UNREACH', 'no way to this address'],
  ENETUNREACH: ['U-UNREACH', 'no way to this network'],
  EADDRNOTAVAIL: ['U-PORTS', 'no free port on this machine'],
  timeout: ['U-TO-CONN', 'nobody took the connection'],
};

const FIXES: Partial<Record<EffectCode, Fix>> = {
  'U-REFUSED': { advice: 'Start the server, or correct port and host of the Service (or of its target).' },
  'U-TO-CONN': {
    advice: 'Open the way (firewall, security group), or correct the host. A higher connect_timeout never helps here.',
  },
};

export const connect: Step = ({ connections }) => {
  if (connections.length === 0) return { outcome: 'unknown', evidence: ['There is no address to connect to.'] };
  const evidence = connections.map(told);
  const failed = connections.filter(({ failure, refused }) => failure !== undefined || refused !== undefined);
  const [first] = failed;
  const ms = Math.max(...connections.map((one) => one.ms));
  if (first === undefined) return { outcome: 'pass', ms, evidence };
  if (first.refused !== undefined)
    return {
      outcome: 'unknown',
      ms,
      evidence,
      ...(first.refused.hint !== undefined && { fix: { advice: first.refused.hint } }),
    };
  const [effect] = FAILURES[first.failure ?? ''] ?? (['U-UNREACH'] as const);
  const fix = FIXES[effect] ?? { advice: 'The way from the gateway to this address has to be repaired.' };
  // Kong goes on to the next address: some calls fail, or only take longer.
  const severity = failed.length < connections.length ? 'warning' : 'error';
  return { outcome: 'fail', severity, ms, evidence, effect, fix };
};

function told({ address, port, failure, refused }: ConnectionFacts): string {
  const where = `${address} port ${port}`;
  if (refused !== undefined) return `${where}: not asked. ${refused.message}`;
  if (failure === undefined) return `${where}: open`;
  return `${where}: ${FAILURES[failure]?.[1] ?? failure} (${failure})`;
}
