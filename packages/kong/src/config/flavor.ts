import type { KongVersion, RouterFlavor } from '../versions/index.ts';
import { settingsOf } from './build/settings.ts';
import { type ConfigFile, readFile } from './forms/index.ts';

const FLAVORS: readonly RouterFlavor[] = ['traditional', 'traditional_compatible', 'expressions'];

/** The router that was asked for, else that of the settings among the files, else the usual one of the version. */
export function routerFlavor(
  files: readonly ConfigFile[],
  version: KongVersion,
  asked: RouterFlavor | undefined,
): RouterFlavor {
  if (asked !== undefined) return asked;
  const written = settingsOf(files.filter(mayHoldSettings).flatMap(read)).get('router_flavor')?.value;
  const named = FLAVORS.find((one) => one === written);
  return named ?? (version === '2.8' ? 'traditional' : 'traditional_compatible');
}

/** Small, so that no configuration is read twice: `kong.conf`, or the answer of a node about itself. */
const mayHoldSettings = ({ text }: ConfigFile): boolean => text.length < 1_000_000 && /router_flavor/i.test(text);

function read(file: ConfigFile) {
  const found = readFile(file, undefined);
  return 'file' in found ? [found.file] : [];
}
