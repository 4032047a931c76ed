import { notApplicable, notSeen, type Step } from '../model.ts';

/** kong.conf upstream_keepalive_idle_timeout: Kong reuses a connection as long as it believes that it stands. */
export const idle: Step = ({ idle: seen, exchanges: [one] }, { idleTimeout }) => {
  if (idleTimeout === 0) return notApplicable('Kong keeps no connection to a server.');
  const said = one?.answer?.headers.find(([name]) => name.toLowerCase() === 'keep-alive')?.[1];
  const closes = one?.answer?.headers.some(
    ([name, value = '']) => name.toLowerCase() === 'connection' && /\bclose\b/i.test(value),
  );
  if (closes === true)
    return { outcome: 'pass', evidence: ['The server closes after each answer and says so: no connection is reused.'] };
  const announced = Number(/timeout=(\d+)/.exec(said ?? '')?.[1] ?? Number.NaN) * 1000;
  const evidence = said === undefined ? [] : [`Keep-Alive: ${said}`];
  if (seen === undefined && Number.isNaN(announced)) return notSeen('It was not waited for (--idle SECONDS).');
  const closed = seen?.closedAfterMs ?? (Number.isNaN(announced) ? undefined : announced);
  if (closed === undefined)
    return {
      outcome: 'unknown',
      evidence: [
        `Still open after ${Math.round((seen?.waitedMs ?? 0) / 1000)} s; Kong keeps it for ${idleTimeout / 1000} s.`,
        ...evidence,
      ],
    };
  if (closed >= idleTimeout)
    return { outcome: 'pass', evidence: [`Open for ${Math.round(closed / 1000)} s.`, ...evidence] };
  return {
    outcome: 'fail',
    severity: 'warning',
    effect: 'keepalive-race',
    evidence: [
      `The server closes after ${(closed / 1000).toFixed(1)} s, Kong keeps the connection for ${idleTimeout / 1000} s: now and then a POST meets the closing, and gets 502; a GET is tried again.`,
      ...evidence,
    ],
    fix: {
      settings: { upstream_keepalive_idle_timeout: String(Math.max(1, Math.floor(closed / 1000) - 1)) },
      advice: `Better: let the server keep connections longer than ${idleTimeout / 1000} s.`,
    },
  };
};
