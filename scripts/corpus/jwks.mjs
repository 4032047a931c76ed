// Key sets of third parties, held against the observations in their list.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeys } from '@why401/core/keys';
import { isForSignatures, judgeKeySet, keySetEvidence } from '@why401/core/rules';
import { rotationOf } from '@why401/core/verdict';

/** What an observation is called here. */
const RULES = [
  [/is not base64url/, ['key-encoding', 'key-broken']],
  [/has a leading zero octet|is \d+ octets,/, ['key-octets']],
  [/RSA modulus \d+ bits/, ['key-rsa-too-short']],
  [/private members present/, ['keyset-private-key']],
  [/symmetric key in the set/, ['keyset-symmetric-key']],
  [/unknown kty/, ['key-type-unknown']],
  [/without n\/e/, ['key-broken']],
  [/x5c\[0\] cannot be parsed/, ['key-certificate-broken']],
  [/is not a registered JOSE algorithm/, ['key-algorithm-unknown']],
  [/not registered for JOSE signature use/, ['key-curve-unknown']],
  [/several keys, at least one without kid/, ['keyset-missing-kid']],
];

/** Rules whose errors no observation of the list speaks of. */
const OF_THE_WHOLE = new Set(['keyset-no-signing-key']);

const day = (time) => new Date(time).toISOString().slice(0, 10);

/** Whether an observation was made here too. */
function isSeen(observation, { evidence, findings, now }) {
  const index = /^key (\d+)/.exec(observation)?.[1];
  const key = index === undefined ? undefined : evidence.reading.keys[Number(index)];
  const dates = /certificate valid (\S+) \.\. (\S+)/.exec(observation);
  if (dates !== null) {
    const read = evidence.certificates.get(Number(index));
    const isOut = read !== undefined && (now > read.notAfter || now < read.notBefore);
    const told = findings.some(({ id, member }) => id === 'key-certificate-expired' && member === `keys[${index}]`);
    return read !== undefined && day(read.notBefore) === dates[1] && day(read.notAfter) === dates[2] && told === isOut;
  }
  if (observation.includes('use enc')) return key !== undefined && !isForSignatures(key);
  // A modulus in a secret means nothing and is not looked at.
  if (key?.kty === 'oct' && observation.includes(': n is')) return true;
  const ids = RULES.find(([pattern]) => pattern.test(observation))?.[1] ?? [];
  const member = index === undefined ? 'keys' : `keys[${index}]`;
  return findings.some((finding) => ids.includes(finding.id) && finding.member === member);
}

export function jwksAgreement(root, crypto, now) {
  const folder = join(root, 'jwks');
  const { items } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const result = { sets: items.length, keys: 0, expected: 0, found: 0, missed: [], unexpected: [], rotations: 0 };
  for (const item of items) {
    const evidence = keySetEvidence(readFileSync(join(folder, item.file)), crypto, { now });
    const findings = judgeKeySet(evidence, 'auto');
    result.keys += evidence.reading.keys.length;
    for (const observation of item.findings) {
      result.expected++;
      if (isSeen(observation, { evidence, findings, now })) result.found++;
      else result.missed.push(`${item.id}: ${observation}`);
    }
    for (const { id, severity, member } of findings) {
      if (severity !== 'error' || OF_THE_WHOLE.has(id)) continue;
      const isKnown = item.findings.some((observation) => {
        const ids = RULES.find(([pattern]) => pattern.test(observation))?.[1] ?? [];
        return ids.includes(id) && `keys[${/^key (\d+)/.exec(observation)?.[1]}]` === member;
      });
      if (!isKnown) result.unexpected.push(`${item.id}: ${id} ${member}`);
    }
  }
  rotations(folder, items, crypto, result);
  return result;
}

/** Which keys came and went between two captures of one provider. */
function rotations(folder, items, crypto, result) {
  const readingOf = ({ file }) => ({ reading: readKeys(readFileSync(join(folder, file)), crypto), at: undefined });
  const names = (keys) => keys.map(({ kid }) => kid).sort();
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (item.series === undefined || before?.series !== item.series) continue;
    result.rotations++;
    result.expected++;
    const { came, went } = rotationOf(readingOf(before), readingOf(item), crypto);
    const isSame = `${names(came)}|${names(went)}` === `${[...item.added].sort()}|${[...item.removed].sort()}`;
    if (isSame) result.found++;
    else result.missed.push(`${item.id}: ${names(came)} came and ${names(went)} went`);
  }
}
