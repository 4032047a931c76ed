/**
 * Claims and header parameters that a shared report keeps: who issued the token for whom, when,
 * and how it is signed. They are what an explanation is about, and name no person. Everything
 * else may: `sub`, `email`, `scope`, roles, and whatever an issuer adds.
 */
export const KEPT_CLAIMS: ReadonlySet<string> = new Set([
  'iss',
  'aud',
  'exp',
  'nbf',
  'iat',
  'auth_time',
  'alg',
  'kid',
  'typ',
  'cty',
  'enc',
  'zip',
  'crit',
  'b64',
  'ver',
  'token_use',
]);

/** Texts of a token's claims that must not be shared: every leaf of a claim that is not kept, unless a kept one says the same. */
export function personalValues(claims: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const kept = new Set<string>();
  const others = new Set<string>();
  for (const [name, value] of Object.entries(claims)) {
    for (const leaf of leavesOf(value)) (KEPT_CLAIMS.has(name) ? kept : others).add(leaf);
  }
  return new Set([...others].filter((leaf) => !kept.has(leaf)));
}

function leavesOf(root: unknown): readonly string[] {
  const leaves: string[] = [];
  const work = [root];
  while (work.length > 0) {
    const value = work.pop();
    if (typeof value === 'string') leaves.push(value);
    else if (typeof value === 'number') leaves.push(String(value));
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value))
        work.push(member, ...(Array.isArray(value) ? [] : memberName(name)));
  }
  return leaves;
}

/** A claim like `{"groups": {"alice@example.com": true}}` says it in the name. */
const memberName = (name: string): readonly string[] => (/[@\s]/.test(name) ? [name] : []);
