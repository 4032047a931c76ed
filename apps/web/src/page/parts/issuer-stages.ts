import type { Line, StepLine } from '@why401/core/report';
import { type Child, make } from '../dom/index.ts';
import { steps } from '../print/index.ts';
import type { IssuerState, StageEntry } from '../state/index.ts';

const NAMES: Readonly<Record<string, string>> = {
  url: 'URL',
  dns: 'DNS',
  tcp: 'TCP',
  tls: 'TLS',
  http: 'HTTP',
  json: 'JSON',
};

const DOCUMENTS: Readonly<Record<string, string>> = {
  'openid-configuration': 'Metadata',
  'oauth-authorization-server': 'Metadata',
  jwks: 'Keys',
};

/** Every stage in order with its time: of each document as it was fetched, then of the judging, which `judged` words. */
export function issuerStages(
  stages: readonly StageEntry[],
  asking: IssuerState['asking'],
  judged: readonly StepLine[] = [],
): HTMLElement {
  const groups = groupsOf(asking === null ? stages : [...before(stages, asking.url), ...asking.stages]);
  return make(
    'section',
    { class: 'card stages', attributes: { 'aria-busy': String(asking !== null) } },
    make('h2', {}, 'Stages'),
    ...groups.flatMap((one) => group(one, judged)),
    asking === null ? null : make('p', { class: 'dim' }, `Asking for ${asking.url} …`),
  );
}

/** What came before the document that is on its way; what was judged without it is judged anew. */
function before(stages: readonly StageEntry[], asked: string): readonly StageEntry[] {
  const at = stages.findIndex(({ url }) => url === asked);
  return stages.slice(0, at === -1 ? undefined : at).filter(({ document }) => document !== undefined);
}

function groupsOf(stages: readonly StageEntry[]): readonly (readonly StageEntry[])[] {
  const groups: StageEntry[][] = [];
  for (const stage of stages) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.url === stage.url) last.push(stage);
    else groups.push([stage]);
  }
  return groups;
}

function group(stages: readonly StageEntry[], judged: readonly StepLine[]): Child[] {
  const [first] = stages;
  // What is missing was not judged; that it is missing stands above.
  if (first === undefined || stages.every(({ outcome }) => outcome === 'not-applicable')) return [];
  const title =
    first.document === undefined
      ? make('h3', {}, 'Judged')
      : make(
          'h3',
          {},
          `${DOCUMENTS[first.document] ?? first.document} `,
          make('code', { class: 'dim' }, first.url ?? ''),
        );
  // That a URL may be asked is worth a line only where it may not.
  const shown = stages.filter(({ name, outcome }) => name !== 'url' || outcome !== 'pass');
  const words = first.document === undefined ? judged : [];
  return [title, steps(shown.map((stage, at) => stepOf(stage, words[at]?.detail)))];
}

function stepOf({ name, outcome, ms, detail, problem }: StageEntry, told: Line = []): StepLine {
  const words = problem === undefined ? (detail ?? '') : problem.message;
  return {
    name: NAMES[name] ?? name,
    outcome,
    detail: [...(outcome === 'not-applicable' ? [] : told), { text: words }, { text: ` ${timeOf(ms)}`, tone: 'dim' }],
  };
}

const timeOf = (ms: number): string => (ms < 0.05 ? '' : `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`);
