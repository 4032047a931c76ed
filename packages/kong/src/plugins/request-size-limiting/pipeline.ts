import { isBlank, lookUpHeader, trim } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import { guardPlugin } from '../guard.ts';
import { failed, notKnown, type PluginState, passed, type Refusal, type Stage, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';

interface SizeConfig {
  readonly allowed_payload_size: number | null;
  readonly size_unit: string;
  readonly require_content_length: boolean;
}

const UNSET: SizeConfig = { allowed_payload_size: 128, size_unit: 'megabytes', require_content_length: false };

interface SizeState extends PluginState {
  readonly config: SizeConfig;
}

const BYTES: Readonly<Record<string, number>> = { bytes: 1, kilobytes: 1024, megabytes: 1_048_576 };

const contentLength = ({ exchange }: SizeState): string | undefined =>
  lookUpHeader(exchange.request, 'content-length')[0];

const LENGTH_REQUIRED: Refusal = {
  kind: 'error',
  status: 411,
  message: 'A valid Content-Length header is required',
};

/** `require_content_length`: only a chunked body may go without; a request without a body is refused too. */
function length(state: SizeState): StepResult | undefined {
  const { config, exchange, plugin } = state;
  const unknown = unknownIn(Object.values(config));
  if (unknown.length > 0) return notKnown('request-size-limiting-length', {}, unknown);
  if (!config.require_content_length || contentLength(state) !== undefined) return undefined;
  if (lookUpHeader(exchange.request, 'transfer-encoding')[0] === 'chunked') return undefined;
  const at = () => plugin.place('config.require_content_length');
  return failed('request-size-limiting-length', {}, LENGTH_REQUIRED, { at });
}

function size(state: SizeState): StepResult {
  const { config, exchange, plugin } = state;
  const written = contentLength(state);
  const bytes = written === undefined ? (exchange.body ?? '').length : Number(written);
  const allowed = (config.allowed_payload_size ?? 0) * (BYTES[config.size_unit] ?? 1);
  const data = { bytes, allowed };
  if (bytes <= allowed) return passed('request-size-limiting', data);
  const expect = trim(lookUpHeader(exchange.request, 'expect')[0] ?? '', isBlank).toLowerCase();
  const status = expect === '100-continue' ? 417 : 413;
  const refusal: Refusal = { kind: 'error', status, message: 'Request size limit exceeded' };
  return failed('request-size-limiting', data, refusal, { at: () => plugin.place('config.allowed_payload_size') });
}

/** Everything that the plugin checks, in its order. */
const PIPELINE: readonly Stage<SizeState>[] = [
  { name: 'length', check: length, differs: [] },
  { name: 'size', check: size, differs: [] },
];

/** The access phase of Kong's `request-size-limiting` plugin. */
export const requestSizeLimiting = guardPlugin('request-size-limiting', PIPELINE, (plugin, exchange) => ({
  plugin,
  exchange,
  config: settingsOf(plugin, UNSET),
}));
