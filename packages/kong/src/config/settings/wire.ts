import type { Switches } from '../../versions/index.ts';
import { USUAL_SETTINGS, type WireSettings } from '../../wire/index.ts';
import type { GatewaySettings } from '../model.ts';
import { buffersOf, directive, listOf, sizeOf } from './nginx.ts';

const WITH_LIMIT: WireSettings = { ...USUAL_SETTINGS, maxLines: 1000 };

const known = new WeakMap<GatewaySettings, Map<Switches, WireSettings>>();

/** What the settings say of reading requests and writing errors; what a version does not know yet is left alone. */
export function wireSettings(settings: GatewaySettings, switches: Switches): WireSettings {
  if (settings.size === 0) return switches.limitsHeaderLines ? WITH_LIMIT : USUAL_SETTINGS;
  const made = known.get(settings) ?? new Map<Switches, WireSettings>();
  known.set(settings, made);
  const found = made.get(switches) ?? read(settings, switches);
  made.set(switches, found);
  return found;
}

function read(settings: GatewaySettings, switches: Switches): WireSettings {
  const usual = switches.limitsHeaderLines ? WITH_LIMIT : USUAL_SETTINGS;
  const value = (name: string): string | undefined => settings.get(name)?.value;
  const limit = (name: string, otherwise: number): number => {
    const written = Number(value(name));
    return switches.noticesTruncation && written >= 1 && written <= 1000 ? written : otherwise;
  };
  const [largeBuffers, largeBuffer] = buffersOf(directive(settings, 'large_client_header_buffers')) ?? [
    usual.largeBuffers,
    usual.largeBuffer,
  ];
  return {
    headerLines: limit('lua_max_req_headers', usual.headerLines),
    uriArguments: limit('lua_max_uri_args', usual.uriArguments),
    formArguments: limit('lua_max_post_args', usual.formArguments),
    firstBuffer: sizeOf(directive(settings, 'client_header_buffer_size')) ?? usual.firstBuffer,
    largeBuffers,
    largeBuffer,
    maxLines: switches.limitsHeaderLines ? maxLinesOf(directive(settings, 'max_headers')) : usual.maxLines,
    maxBody: sizeOf(directive(settings, 'client_max_body_size')) ?? usual.maxBody,
    // Kong itself writes the directive for all servers, and does not start with a second one there.
    keepsUnderscores: value('nginx_proxy_underscores_in_headers') !== 'off',
    dropsInvalidNames: directive(settings, 'ignore_invalid_headers') !== 'off',
    errorType: value('error_default_type') ?? usual.errorType,
    templates: templatesOf(settings),
    escapesSlashes: !loadsAcme(value('plugins')),
    passesRequestId: switches.requestId && listOf(value('headers_upstream'))[0] === 'off',
  };
}

const maxLinesOf = (text: string | undefined): number =>
  /^\d+$/.test(text ?? '') ? Number(text) : WITH_LIMIT.maxLines;

const FORMATS = ['html', 'json', 'xml', 'plain'] as const;

const templatesOf = (settings: GatewaySettings): WireSettings['templates'] =>
  new Map(
    FORMATS.flatMap((format) => {
      const setting = settings.get(`error_template_${format}`);
      return setting === undefined ? [] : [[format, setting.content]];
    }),
  );

/** Its library switches cjson's escaping of slashes off for the whole process. */
const loadsAcme = (plugins: string | undefined): boolean =>
  plugins === undefined || listOf(plugins).some((name) => name === 'bundled' || name === 'acme');
