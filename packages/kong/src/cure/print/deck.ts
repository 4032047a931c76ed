import { renderValue } from '../edit/index.ts';
import type { Change, ConfigValue, EntityResult } from '../model.ts';

const STYLE = { flow: false, json: false, listIndent: 0 };

/**
 * The changed entities as a partial decK file (`deck gateway apply`). Undefined where the change is
 * not one of the gateway's configuration.
 */
export function asDeck(change: Change): readonly string[] | undefined {
  if (change.kind !== 'config' || change.results.length === 0) return undefined;
  const file: Record<string, ConfigValue[]> = {};
  for (const result of change.results) {
    const [list, item] = placed(result);
    file[list] = [...(file[list] ?? []), item];
  }
  const text = renderValue({ _format_version: '3.0', ...file }, -2, STYLE).shown;
  return text.trimStart().split('\n');
}

/** decK knows credentials only inside their consumer; plugins stand at the top and name their scope. */
function placed({ entity, value }: EntityResult): [list: string, item: ConfigValue] {
  if (entity.kind === 'jwt_secrets') {
    const { consumer, ...credential } = value;
    return ['consumers', { username: entity.owners.consumer ?? String(consumer ?? ''), jwt_secrets: [credential] }];
  }
  return [entity.kind, { ...value, ...(entity.kind === 'plugins' ? entity.owners : {}) }];
}
