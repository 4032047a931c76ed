import { fromBytes } from '../../wire/bytes.ts';
import { configChange, consumerRef, createEdit, pluginRef, removeEdit, setEdit } from '../edits.ts';
import type { Candidate } from '../model.ts';
import type { Sight } from '../sight.ts';
import { createConsumer } from './credential.ts';
import { configCandidate } from './make.ts';

/** A2: `anonymous` names nobody. */
export function missingAnonymous(sight: Sight): Candidate[] {
  const name = fromBytes(sight.config.anonymous ?? '');
  return [
    ...dropAnonymous(sight),
    ...configCandidate(
      { id: 'create-anonymous', fix: 'F14', weakens: 'anonymous-accepted' },
      configChange(createConsumer(sight, name, { username: name })),
    ),
  ];
}

/** A1, A2: no anonymous consumer. */
export function dropAnonymous(sight: Sight): Candidate[] {
  const edit = removeEdit(sight, sight.plugin, pluginRef(sight.plugin), 'config.anonymous');
  return configCandidate({ id: 'remove-anonymous', fix: 'F14' }, configChange(edit));
}

/** A1: anonymous requests end in the gateway. */
export function endAnonymous(sight: Sight): Candidate[] {
  const { consumer, anonymous } = sight.judgement;
  if (consumer === null || !anonymous) return [];
  const value = { name: 'request-termination', config: { status_code: 401, message: 'Unauthorized' } };
  const owners = { consumer: consumerRef(consumer).name };
  const ref = { kind: 'plugins', id: null, name: 'request-termination', owners } as const;
  const edit = createEdit(sight, consumer, ref, 'plugins', value);
  return configCandidate({ id: 'end-anonymous-requests', fix: 'F14' }, configChange(edit));
}

/** J00: preflights are judged again. */
export function judgePreflight(sight: Sight): Candidate[] {
  const edit = setEdit(sight, sight.plugin, pluginRef(sight.plugin), 'config.run_on_preflight', true);
  return configCandidate({ id: 'judge-preflight', fix: 'F3' }, configChange(edit));
}
