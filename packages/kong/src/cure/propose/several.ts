import { fromBytes } from '../../wire/bytes.ts';
import { configChange, pluginRef, setEdit } from '../edits.ts';
import type { Candidate, RequestChange } from '../model.ts';
import type { Sight } from '../sight.ts';
import { clearPlace, putToken } from '../surgery/index.ts';
import { type FoundToken, readPlaces } from './found-tokens.ts';
import { candidate, configCandidate } from './make.ts';
import { capitalized, FIELD } from './retrieval.ts';
import { shortened } from './shortened.ts';

/** J11: one token at a time is kept, the others are dropped by the caller or not read by the gateway. */
export function severalTokens(sight: Sight): Candidate[] {
  const { config } = sight;
  const found = readPlaces(sight.request, {
    header: config.header_names ?? [],
    cookie: config.cookie_names ?? [],
    query: config.uri_param_names ?? [],
  });
  const cleared = found.reduce(clearPlace, sight.request);
  return found.flatMap((kept) => {
    const others = found.filter((one) => one !== kept && (one.token !== kept.token || one.name === kept.name));
    const [first] = others;
    if (first === undefined) return [];
    const change: RequestChange = {
      kind: 'request',
      part: first.part,
      name: first.part === 'header' ? capitalized(first.name) : fromBytes(first.name),
      old: shortened(sight, first.token),
      new: undefined,
    };
    const request = putToken(cleared, kept, kept.token);
    return [
      ...candidate({ id: 'send-one-token', fix: 'F2', who: 'caller' }, change, { request }),
      ...readOnePlace(sight, kept, others),
    ];
  });
}

function readOnePlace(sight: Sight, kept: FoundToken, others: readonly FoundToken[]): Candidate[] {
  const parts = [...new Set(others.map(({ part }) => part))].filter((part) => part !== kept.part);
  if (parts.length === 0) return [];
  const ref = pluginRef(sight.plugin);
  const edits = parts.map((part) => setEdit(sight, sight.plugin, ref, `config.${FIELD[part]}`, []));
  return configCandidate({ id: 'read-one-place', fix: 'F2' }, configChange(...edits));
}
