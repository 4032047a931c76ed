import { member } from '@why401/core/json';
import { type Block, bad, code, good, line, type Report, type Section, value, warn } from '@why401/core/report';
import type { Introspected } from './introspect.ts';

/** What the issuer says stands right below the verdict; of an opaque token it is the verdict. */
export function withIntrospection({ title, sections }: Report, asked: Introspected, isOpaque: boolean): Report {
  const [verdict, ...rest] = sections;
  const told = introspectionSection(asked);
  if (!isOpaque || asked.outcome === 'unknown')
    return { title, sections: [...(verdict === undefined ? [] : [verdict]), told, ...rest] };
  const others = rest.filter(({ id }) => id !== 'why' && id !== 'cure');
  return { title: asked.outcome === 'pass' ? 'Active' : 'Not active', sections: [{ ...told, title: '' }, ...others] };
}

const SHOWN = ['token_type', 'client_id', 'scope', 'iss', 'aud', 'exp', 'nbf', 'iat'];

function introspectionSection({ outcome, members, problem, endpoint }: Introspected): Section {
  const said = {
    pass: good('active'),
    fail: bad('not active'),
    unknown: warn('no answer'),
    'not-applicable': warn('not asked'),
  };
  const lines = [line`${said[outcome]} · ${value(endpoint)}`];
  if (outcome === 'fail')
    lines.push(
      line`The issuer calls it expired, revoked, unknown, or not for this client (RFC 7662 §2.2); it does not say which.`,
    );
  if (problem !== undefined)
    lines.push(line`${problem.message}`, ...(problem.hint === undefined ? [] : [line`${problem.hint}`]));
  const blocks: Block[] = [{ kind: 'text', lines }];
  const rows = SHOWN.flatMap((name) => {
    const found = members === undefined ? undefined : member(members, name);
    return found === undefined ? [] : [[line`${code(name)}`, line`${value(JSON.stringify(found).slice(0, 200))}`]];
  });
  if (rows.length > 0) blocks.push({ kind: 'table', head: ['member', 'value'], rows });
  return { id: 'introspection', title: 'Asked', blocks };
}
