import type { Bar, Inversion, Known, Ladder, Patience, Scenario, Trouble, Waiter } from './model.ts';

const ORDER: readonly Waiter[] = ['client', 'lb1', 'kong', 'lb2', 'server'];

/** Which of them gives up first when something hangs, and what the client and Kong's log then hold. */
export function climb(patience: Patience): Ladder {
  const troubles: readonly Trouble[] = ['server-hangs', 'server-hangs-post', 'no-connection'];
  return {
    scenarios: troubles.map((trouble) => scenarioOf(trouble, patience)),
    inversions: inversionsOf(patience),
    unknown: ORDER.filter((who) => who !== 'kong' && patience[who] === undefined),
    basis: [
      { kind: 'recorded', ref: 'chains of Kong 3.9.1' },
      { kind: 'kong-source', ref: 'kong/templates/nginx_kong.lua@3.9.1' },
    ],
  };
}

/**
 * nginx tries again after a failed connection whatever the method is, and after a request that was sent only
 * where the method is idempotent (ngx_http_upstream_next: `non_idempotent` is off).
 */
function triesOf(trouble: Trouble, { kong }: Patience): readonly number[] {
  const [timer, count] = {
    'server-hangs': [kong.readTimeout, kong.retries + 1],
    'server-hangs-post': [kong.readTimeout, 1],
    'no-connection': [kong.connectTimeout, kong.retries + 1],
  }[trouble] as [number, number];
  return new Array<number>(count).fill(timer);
}

function scenarioOf(trouble: Trouble, patience: Patience): Scenario {
  const bars = ORDER.flatMap((who) => barOf(who, trouble, patience));
  const [first = KONG_ALONE] = [...bars].sort(
    (a, b) => a.total - b.total || ORDER.indexOf(b.who) - ORDER.indexOf(a.who),
  );
  return { trouble, bars, first: { who: first.who, ms: first.total }, ...SEEN[first.who] };
}

const KONG_ALONE: Bar = { who: 'kong', tries: [], total: 0, because: '' };

function barOf(who: Waiter, trouble: Trouble, patience: Patience): readonly Bar[] {
  if (who === 'kong') {
    const tries = triesOf(trouble, patience);
    const timer = trouble.startsWith('server') ? 'read_timeout' : 'connect_timeout';
    const [one = 0] = tries;
    const because =
      tries.length === 1 ? `one try of ${timer} ${one} ms` : `${tries.length} tries of ${timer} ${one} ms`;
    return [{ who, tries, total: tries.reduce((sum, ms) => sum + ms, 0), because }];
  }
  // Where nothing comes through, what stands behind Kong does not know of the request.
  if (!trouble.startsWith('server') && (who === 'lb2' || who === 'server')) return [];
  const known: Known | undefined = patience[who];
  return known === undefined ? [] : [{ who, tries: [known.ms], total: known.ms, because: known.because }];
}

const SEEN: Readonly<Record<Waiter, Pick<Scenario, 'clientSees' | 'kongLogs'>>> = {
  client: { clientSees: 'nothing: it left', kongLogs: '499' },
  lb1: { clientSees: '504 of the load balancer before Kong (its own page, no header of Kong)', kongLogs: '499' },
  kong: { clientSees: '504, The upstream server is timing out', kongLogs: '504, source kong' },
  lb2: {
    clientSees: '504 of the load balancer behind Kong, with X-Kong-Upstream-Latency',
    kongLogs: '504, source upstream',
  },
  server: {
    clientSees: 'what the server answers when its own time is over (mostly 503), or 502 where it just closes',
    kongLogs: 'that status, source upstream',
  },
};

/** Server < load balancer behind < Kong × tries < load balancer before < client. */
function inversionsOf(patience: Patience): readonly Inversion[] {
  const times = ORDER.flatMap((who) => barOf(who, 'server-hangs', patience).map(({ total }) => ({ who, total })));
  return times.slice(1).flatMap((inner, at) => {
    const outer = times[at];
    return outer === undefined || outer.total > inner.total
      ? []
      : [{ outer: outer.who, inner: inner.who, outerMs: outer.total, innerMs: inner.total }];
  });
}
