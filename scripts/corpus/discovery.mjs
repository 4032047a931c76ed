// Discovery documents of third parties, held against what their list says they break.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeIssuer } from '@why401/core/verdict';

/** The member that a sentence of the list is about; undefined where it is about the whole text. */
const memberOf = ({ detail }) => (detail.startsWith('not valid JSON') ? undefined : /^[a-z_]+/.exec(detail)?.[0]);

/** @returns what was expected, found, missed, and found beyond that */
export function discoveryAgreement(root, crypto, now) {
  const folder = join(root, 'discovery');
  const { items } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const result = { documents: items.length, expected: 0, found: 0, missed: [], unexpected: [], alarms: [] };
  for (const item of items) {
    const facts = { expect: item.expected_issuer ?? undefined, fetchedFrom: item.fetched_from ?? undefined };
    const input = readFileSync(join(folder, item.file));
    const judge = (profile) => judgeIssuer({ metadata: { input, facts }, profile, now }, crypto).findings;
    const findings = judge('oidc');
    const errors = findings.filter(({ severity }) => severity === 'error');
    const told = findings.filter(({ severity }) => severity !== 'info');
    for (const broken of item.breaks) {
      result.expected++;
      const among = broken.level === 'must' ? errors : told;
      if (among.some(({ member }) => member === memberOf(broken))) result.found++;
      else result.missed.push(`${item.id}: ${broken.detail}`);
    }
    const known = new Set(item.breaks.filter(({ level }) => level === 'must').map(memberOf));
    for (const { id, member } of errors) if (!known.has(member)) result.unexpected.push(`${item.id}: ${id} ${member}`);
    if (item.breaks.length > 0) continue;
    for (const { id, severity } of judge('auto')) if (severity !== 'info') result.alarms.push(`${item.id}: ${id}`);
  }
  return result;
}
