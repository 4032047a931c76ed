import { type Block, bad, dim, good, type Line, line, type Section, strong, warn } from '@why401/core/report';
import type { Plugin } from '../../config/index.ts';
import type { Judgement } from '../../judgement/index.ts';
import { fromBytes } from '../../wire/bytes.ts';
import type { Explanation, PassedOn } from '../explanation.ts';

/** The reply as it stands on the wire; right of it who gave it. */
export function replySection({ judgement, plugin, passedOn }: Explanation): Section {
  const aside = line`${dim(asideOf(judgement, plugin))}`;
  return {
    id: 'reply',
    title: '',
    blocks: [{ kind: 'verbatim', lines: linesOf(judgement, passedOn), aside } satisfies Block],
  };
}

function linesOf({ outcome, reply, anonymous }: Judgement, passedOn: PassedOn | null): readonly Line[] {
  if (outcome === 'undetermined') return [line`${warn('Undetermined')}`];
  if (reply === null) {
    const who = anonymous ? ' as anonymous' : '';
    const identity = passedOn?.identity ?? [];
    return [
      line`${good(`Passed on${who}`)}: the upstream answers`,
      ...(passedOn === null ? [] : [line`path ${passedOn.path}`]),
      ...identity.map(([name, text]) => line`${name}: ${text}`),
    ];
  }
  const { status, reason, headers, body } = reply;
  const challenge = headers.filter(([name]) => name === 'www-authenticate' || name === 'location');
  return [
    line`${status >= 400 ? bad(`${status} ${reason}`) : strong(`${status} ${reason}`)}`,
    ...challenge.map(
      ([name, text]) => line`${name === 'location' ? 'Location' : 'WWW-Authenticate'}: ${fromBytes(text)}`,
    ),
    ...(body === ''
      ? []
      : fromBytes(body)
          .replace(/\n$/, '')
          .split(/\r?\n/)
          .map((text) => line`${text}`)),
  ];
}

/** `Kong 3.9 · route orders-v1 · jwt (service orders)` */
function asideOf({ version, route, service, random }: Judgement, plugin: Plugin | null): string {
  const names = [
    `Kong ${version}`,
    route === null ? undefined : `route ${fromBytes(route.name ?? route.id)}`,
    plugin === null
      ? service === null
        ? undefined
        : `service ${fromBytes(service.name ?? service.id)}`
      : pluginName(plugin),
    random ? 'order at random' : undefined,
  ];
  return names.filter((name) => name !== undefined).join(' · ');
}

/** `jwt (service orders)` */
export function pluginName({ name, route, service, consumer }: Plugin): string {
  const scopes = [
    route === null ? undefined : `route ${fromBytes(route.name ?? route.id)}`,
    service === null ? undefined : `service ${fromBytes(service.name ?? service.id)}`,
    consumer === null ? undefined : `consumer ${fromBytes(consumer.username ?? consumer.id)}`,
  ].filter((scope) => scope !== undefined);
  return `${fromBytes(name)} (${scopes.length === 0 ? 'global' : scopes.join(', ')})`;
}
