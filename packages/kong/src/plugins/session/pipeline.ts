import { cookieValue } from '../../wire/index.ts';
import { writtenSettingsOf } from '../config.ts';
import type { PluginModel } from '../exchange.ts';
import { undetermined } from '../pipeline.ts';

const UNSET: { readonly cookie_name: string } = { cookie_name: 'session' };

/** Kong's `session` plugin: without its cookie there is no session, and nothing happens. */
export const session: PluginModel = {
  name: 'session',
  access(plugin, exchange) {
    const { cookie_name: name } = writtenSettingsOf(plugin, UNSET);
    if (cookieValue(exchange.request, name) === undefined) return undefined;
    return undetermined(plugin, ['the session behind the cookie']);
  },
};
