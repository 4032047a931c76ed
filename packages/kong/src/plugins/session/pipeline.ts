import { cookieValue } from '../../wire/index.ts';
import { writtenSettingsOf } from '../config.ts';
import type { PluginModel } from '../exchange.ts';
import { undetermined } from '../pipeline.ts';

interface SessionConfig {
  readonly cookie_name: string;
  /** From 3.2 on a second cookie outlives the session. */
  readonly remember: boolean;
  readonly remember_cookie_name: string;
}

const UNSET: SessionConfig = { cookie_name: 'session', remember: false, remember_cookie_name: 'remember' };

/** Kong's `session` plugin: without its cookie there is no session, and nothing happens before the answer. */
export const session: PluginModel = {
  name: 'session',
  access(plugin, exchange) {
    const { cookie_name: name, remember, remember_cookie_name: second } = writtenSettingsOf(plugin, UNSET);
    const names = remember === true ? [name, second] : [name];
    if (names.every((one) => cookieValue(exchange.request, one) === undefined)) return undefined;
    return undetermined(plugin, ['the session behind the cookie']);
  },
  /** Who authenticated with a credential gets a new session, whose cookie is another one each time. */
  respond(plugin, { consumer, credential }, { headers }) {
    if (consumer === null || credential === null) return undefined;
    headers.add('set-cookie', `${writtenSettingsOf(plugin, UNSET).cookie_name}=<new session>`);
    return undefined;
  },
};
