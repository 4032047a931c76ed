import { fromBytes, toBytes } from '../../wire/bytes.ts';
import { configChange, pluginRef, removeEdit, setEdit } from '../edits.ts';
import type { Candidate, TokenChange } from '../model.ts';
import type { Sight } from '../sight.ts';
import { type Members, membersOf, replaceToken, withMembers } from '../surgery/index.ts';
import { candidate, configCandidate } from './make.ts';

/** J31 to J34, J36: another claim of this token names a credential. */
export function otherClaim(sight: Sight): Candidate[] {
  const { token, config, gateway, plugin } = sight;
  if (token === undefined) return [];
  const keys = new Set(gateway.jwtSecrets.map(({ key }) => key));
  const names = new Set<string>();
  for (const part of ['claims', 'header'] as const) {
    for (const [name, value] of Object.entries(membersOf(token, part) ?? {})) {
      if (typeof value === 'string' && keys.has(toBytes(value))) names.add(name);
    }
  }
  names.delete(fromBytes(config.key_claim_name ?? ''));
  return [...names].flatMap((name) => {
    const edit = setEdit(sight, plugin, pluginRef(plugin), 'config.key_claim_name', name);
    return configCandidate({ id: 'look-by-other-claim', fix: 'F6' }, configChange(edit));
  });
}

/** J31 with a name that is null in the file. */
export function nullName(sight: Sight): Candidate[] {
  if (sight.config.key_claim_name !== null) return [];
  const edit = removeEdit(sight, sight.plugin, pluginRef(sight.plugin), 'config.key_claim_name');
  return configCandidate({ id: 'remove-null', fix: 'F6' }, configChange(edit));
}

/** J31 to J34: the identity provider issues the claim as one text. */
export function issueClaim(sight: Sight): Candidate[] {
  const { token, config } = sight;
  const name = config.key_claim_name;
  if (token === undefined || name === null) return [];
  const old = membersOf(token, 'claims')?.[name] ?? membersOf(token, 'header')?.[name];
  const known = asText(sight, old);
  const value = known ?? sight.gateway.jwtSecrets[0]?.key;
  if (value === undefined) return [];
  const issued = withMembers(token, 'claims', { [fromBytes(name)]: fromBytes(value) } satisfies Members);
  if (issued === undefined) return [];
  const shown = known === undefined ? '<key of your credential>' : JSON.stringify(fromBytes(known));
  const change: TokenChange = {
    kind: 'token',
    part: 'claims',
    name: fromBytes(name),
    old: old === undefined ? undefined : JSON.stringify(old),
    new: shown,
  };
  const placeholders = known === undefined ? [shown] : [];
  return candidate({ id: 'issue-the-claim', fix: 'F6', who: 'identity-provider', placeholders }, change, {
    request: replaceToken(sight.request, token, issued),
    assume: ['signature'],
    standIns: known === undefined ? ['claim'] : [],
  });
}

/** A number as text, or the item of an array, where a credential has that key. */
function asText({ gateway }: Sight, value: unknown): string | undefined {
  const texts = (Array.isArray(value) ? value : [value]).map((item) => toBytes(String(item)));
  return texts.find((text) => gateway.jwtSecrets.some(({ key }) => key === text));
}
