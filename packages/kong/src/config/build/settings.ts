import { toBytes } from '../../wire/index.ts';
import { isTemplateOf, joinSettings, type ParsedFile } from '../forms/index.ts';
import type { GatewaySetting, GatewaySettings } from '../model.ts';

/** The settings of all files; a later file wins. */
export function settingsOf(files: readonly ParsedFile[]): GatewaySettings {
  const templates = files.filter(({ kind }) => kind === 'error template');
  const contentOf = (name: string, path: string): Pick<GatewaySetting, 'content'> => {
    const found = name.startsWith('error_template_')
      ? templates.find(({ source }) => isTemplateOf(path, source.file))
      : undefined;
    return found === undefined ? {} : { content: toBytes(found.source.text) };
  };
  return new Map(
    [...joinSettings(files)].map(([name, { value, at, source }]) => [
      name,
      { value, place: source.placeAt(at), ...contentOf(name, value) },
    ]),
  );
}
