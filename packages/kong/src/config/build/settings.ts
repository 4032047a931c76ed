import { joinSettings, type ParsedFile } from '../forms/index.ts';
import type { GatewaySettings } from '../model.ts';

/** The settings of all files; a later file wins. */
export function settingsOf(files: readonly ParsedFile[]): GatewaySettings {
  return new Map(
    [...joinSettings(files)].map(([name, { value, at, source }]) => [name, { value, place: source.placeAt(at) }]),
  );
}
