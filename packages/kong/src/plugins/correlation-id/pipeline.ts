import { asciiLower, fromBytes } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import type { Exchange, PluginModel } from '../exchange.ts';
import { firstHeader } from '../headers.ts';
import { note, passed, undetermined } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';

interface CorrelationConfig {
  readonly header_name: string;
  readonly echo_downstream: boolean;
}

const UNSET: CorrelationConfig = { header_name: 'Kong-Request-ID', echo_downstream: false };

/** Stands for the id that the gateway makes up. */
const MADE = '<correlation id>';

const sentId = (exchange: Exchange, name: string): string | undefined => firstHeader(exchange, name) || undefined;

/** Kong's `correlation-id` plugin: a client's id stays, a new one cannot be predicted. */
export const correlationId: PluginModel = {
  name: 'correlation-id',
  access(plugin, exchange) {
    const { header_name: name } = settingsOf(plugin, UNSET);
    const unknown = unknownIn([name]);
    if (unknown.length > 0) return undetermined(plugin, unknown);
    const sent = sentId(exchange, name);
    if (sent === undefined) exchange.headers.set(asciiLower(name), MADE);
    const data = { header: fromBytes(name), made: sent === undefined };
    note({ plugin, exchange }, 'correlation id', passed('correlation-id', data, { at: () => plugin.place() }));
    return undefined;
  },
  respond(plugin, exchange, { headers }) {
    const { header_name: name, echo_downstream: echoes } = settingsOf(plugin, UNSET);
    if (echoes) headers.set(asciiLower(name), sentId(exchange, name) ?? MADE);
    return undefined;
  },
};
