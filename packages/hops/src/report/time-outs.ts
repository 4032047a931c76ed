import { line, type Section, value } from '@why401/core/report';
import type { Verdict } from '../decide/index.ts';
import type { ServiceFacts } from '../evidence/index.ts';
import { climb, type Drawing, type KongPatience, ladderReport, type Patience, type Trouble } from '../ladder/index.ts';
import type { Cause } from '../tables/causes/index.ts';
import { neighbour } from '../tables/neighbours/index.ts';
import type { Found } from './model.ts';

const HANGS: ReadonlySet<Cause> = new Set<Cause>([
  'upstream-read-timeout',
  'lb1-gave-up',
  'client-gave-up',
  'lb2-timeout',
  'server-timeout',
]);
const UNREACHED: ReadonlySet<Cause> = new Set<Cause>(['upstream-connect-timeout', 'tls-handshake-timeout']);
const SENT_ONCE: ReadonlySet<string> = new Set(['POST', 'PATCH', 'LOCK']);

/** Whose patience ends first, drawn: where somebody's ended, and the times of Kong's Service are known. */
export function timeOutSections(found: Found, { cause }: Verdict, drawing: Drawing): readonly Section[] {
  const kong = kongsPatience(found);
  const trouble = troubleOf(found, cause);
  if (kong === undefined || trouble === undefined) return [];
  const ladder = climb(patienceOf(found, kong));
  const scenarios = ladder.scenarios.filter((scenario) => scenario.trouble === trouble);
  const { sections } = ladderReport([{ kong, ladder: { ...ladder, scenarios, unknown: [] } }], drawing);
  const hint = line`With other times: ${value('why401 ladder --config kong.yaml --lb1 SECONDS|PRODUCT')}`;
  return sections
    .filter(({ id }) => id.startsWith('ladder-') || id.startsWith('cure-'))
    .map(({ id, title, blocks }) =>
      id.startsWith('ladder-')
        ? { id: 'ladder', title: 'Patience', blocks: [...blocks, { kind: 'text', lines: [hint] }] }
        : { id: 'ladder-change', title, blocks },
    );
}

function troubleOf({ joined: { record, asked } }: Found, cause: Cause): Trouble | undefined {
  if (UNREACHED.has(cause)) return 'no-connection';
  if (!HANGS.has(cause)) return undefined;
  const method = record.request?.method ?? record.entry?.method ?? asked?.method ?? 'GET';
  return SENT_ONCE.has(method) ? 'server-hangs-post' : 'server-hangs';
}

function kongsPatience({ service, joined }: Found): KongPatience | undefined {
  const { retries, connectTimeout, writeTimeout, readTimeout } = service ?? NO_TIMES;
  if (retries === null || connectTimeout === null || writeTimeout === null || readTimeout === null) return undefined;
  const name = joined.record.entry?.service?.name ?? service?.host ?? 'of this request';
  return { service: name, retries, connectTimeout, writeTimeout, readTimeout };
}

const NO_TIMES: Pick<ServiceFacts, 'retries' | 'connectTimeout' | 'writeTimeout' | 'readTimeout'> = {
  retries: null,
  connectTimeout: null,
  writeTimeout: null,
  readTimeout: null,
};

/** What products wait by default; of LB1 and the client, when they left, if Kong's log shows it. */
function patienceOf({ chain, joined: { record }, verdict }: Found, kong: KongPatience): Patience {
  const left = record.entry?.status === 499 ? record.entry.latencies.request : null;
  const seen = left === null ? undefined : { ms: left, because: 'when it left, by Kong’s log' };
  const product = (name: string | null | undefined) => {
    const found = name == null ? undefined : neighbour(name);
    return found?.waitMs === undefined ? undefined : { ms: found.waitMs, because: `default of ${found.name}` };
  };
  const client = verdict?.cause === 'client-gave-up' ? seen : undefined;
  const lb1 = verdict?.cause === 'lb1-gave-up' ? (seen ?? product(chain.lb1)) : product(chain.lb1);
  const [lb2, server] = [product(chain.lb2), product(chain.server)];
  return { kong, ...(client && { client }), ...(lb1 && { lb1 }), ...(lb2 && { lb2 }), ...(server && { server }) };
}
