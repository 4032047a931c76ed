import { leafDifferences, type Slice, slice } from './leaf.ts';
import { type Difference, emptyAt, type Range } from './model.ts';
import { ANY_TENANT, isGuid, isPlaceholder } from './providers.ts';
import type { Run } from './sequence.ts';

export interface RunContext {
  readonly hosts: readonly string[];
  readonly a: Slice;
  readonly b: Slice;
}

interface RunRule {
  readonly kind: string;
  readonly detail?: string;
  readonly when: (text: string, run: Run, context: RunContext) => boolean;
}

const ENDPOINTS =
  /^\/?((protocol\/openid-connect|oauth2?|connect|oidc|pf|discovery)(\/v\d(\.\d)?)?\/)?(v\d\/)?(certs|token|auth|authorize|authorization|keys|jwks(\.json)?|userinfo|introspect|introspection|revoke|logout|jwks\.oauth2)$/i;

const ROOT_WORDS = /(^|\/)realms\//;

/** What a run of segments that only one string has is called; the first row that fits. */
const RULES: readonly RunRule[] = [
  { kind: 'well-known-suffix', when: (text, run) => run.atEnd && /^\/?\.well-known(\/|$)/i.test(text) },
  { kind: 'well-known-inserted', when: (text) => /^\/?\.well-known(\/|$)/i.test(text) },
  { kind: 'dot-segment', when: (text) => /^(\/?\.{1,2})+\/?$/.test(text) },
  { kind: 'double-slash', when: (text) => /^\/+$/.test(text) },
  { kind: 'version-suffix', when: (text, run) => run.atEnd && /^\/?v\d+(\.\d+)?$/i.test(text) },
  {
    kind: 'ping-as',
    when: (text, run, { hosts }) => run.atEnd && text === '/as' && hosts.some((host) => host.includes('ping')),
  },
  {
    kind: 'keycloak-auth',
    when: (text, _run, { a, b }) => /^\/?auth$/.test(text) && [a, b].some((one) => ROOT_WORDS.test(one.text)),
  },
  { kind: 'b2c-policy', when: (text) => /^\/?(tfp|b2c_1[a-z]?_[^/]*)$/i.test(text) },
  { kind: 'adfs-trust', when: (text) => /^\/?(adfs\/)?services\/trust$/.test(text) },
  {
    kind: 'authorization-server',
    when: (text, _run, { hosts }) => /^\/?oauth2\/[^/]+$/.test(text) && hosts.some((host) => host.includes('okta')),
  },
  { kind: 'endpoint-pasted', when: (text, run) => run.atEnd && ENDPOINTS.test(text) },
  { kind: 'tenant', detail: 'realm', when: (text) => /^\/?(auth\/)?realms\/[^/]+$/.test(text) },
  {
    kind: 'tenant',
    detail: 'tenant',
    when: (text) =>
      isGuid(text.replace('/', '')) || isPlaceholder(text.replace('/', '')) || ANY_TENANT.has(text.replace('/', '')),
  },
];

export function runDifferences(run: Run, context: RunContext): readonly Difference[] {
  const text = run.textA + run.textB;
  if (run.textA !== '' && run.textB !== '')
    return leafDifferences(slice(context.a.text, run.a), slice(context.b.text, run.b), 'path', 'path');
  if (run.atEnd && /^[/\\]+$/.test(text)) return [{ kind: 'trailing-slash', part: 'path', a: run.a, b: run.b }];
  if (run.atEnd && text.length > 1 && text.endsWith('/')) {
    const [head, slash] = splitLast(run);
    return [...runDifferences(head, context), { kind: 'trailing-slash', part: 'path', a: slash.a, b: slash.b }];
  }
  const rule = RULES.find(({ when }) => when(text, run, context));
  const detail = rule?.detail === undefined ? {} : { detail: rule.detail };
  return [{ kind: rule?.kind ?? 'path-segment-extra', part: 'path', a: run.a, b: run.b, ...detail }];
}

function splitLast(run: Run): [Run, { a: Range; b: Range }] {
  const onlyA = run.textB === '';
  const cut = (range: Range, text: string): [Range, Range] =>
    text === ''
      ? [range, emptyAt(range.to)]
      : [
          { from: range.from, to: range.to - 1 },
          { from: range.to - 1, to: range.to },
        ];
  const [headA, slashA] = cut(run.a, run.textA);
  const [headB, slashB] = cut(run.b, run.textB);
  const head: Run = {
    ...run,
    a: headA,
    b: headB,
    textA: onlyA ? run.textA.slice(0, -1) : '',
    textB: onlyA ? '' : run.textB.slice(0, -1),
  };
  return [head, { a: slashA, b: slashB }];
}
