import { code, type Line, line, value } from '@why401/core/report';
import type { Author, Meaning, ReplyDifference } from '../reply/index.ts';
import { listed } from './telling.ts';

/** Who wrote the real reply, and how that is seen. */
export function authorSentence({ hop, plugin, signs }: Author): Line {
  const by = signs.length === 0 ? 'no header of Kong is in it' : `seen by ${listed(signs)}`;
  if (hop === 'upstream') return line`The upstream wrote it, not Kong (${by}).`;
  const who = plugin === null || plugin === 'core' ? '' : `, by its text the plugin ${plugin}`;
  if (hop === 'gateway') return line`Kong wrote it${who} (${by}).`;
  return plugin === null ? line`It is not seen who wrote it (${by}).` : line`Probably Kong wrote it${who} (${by}).`;
}

export function differenceSentence({ what, predicted, actual }: ReplyDifference): Line {
  const name = what === 'www-authenticate' ? 'WWW-Authenticate' : what;
  const shown = (text: string) => (text === '' ? 'none' : text.replace(/\s+/g, ' '));
  return line`${name}: predicted ${value(shown(predicted))}, real ${value(shown(actual))}`;
}

export function meaningSentence(meaning: Meaning): Line {
  switch (meaning.id) {
    case 'upstream-answered':
      return line`Kong let this request through: the running gateway does not refuse it, and what stands behind it does.`;
    case 'hop-in-between':
      return line`Something else answered: a load balancer, a firewall or another gateway; or Kong runs with ${code('headers = off')}.`;
    case 'plugin-not-in-file':
      return line`The plugin ${code(meaning.plugin)} answered, and this file has none for this request: another file is running.`;
    case 'other-check':
      return line`The same gateway stopped at another check: what it has in memory is not this file, or it got another request.`;
    case 'credential-not-running':
      return line`The running gateway does not know this credential: the file was not synced, another workspace is meant, or one invalid entity made Kong refuse the whole push.`;
    case 'token-lost-on-the-way':
      return line`The token did not arrive: a proxy in between takes the header away, or the caller did not send it.`;
    case 'other-time':
      return line`The request was made at another time than ${code('--now')} says, or the gateway's clock is off.`;
    case 'other-key-running':
      return line`The running gateway has another key, secret or algorithm at this credential than the file.`;
    case 'other-version':
      return line`The gateway is Kong ${value(meaning.version)}: give ${code(`--kong-version ${majorMinor(meaning.version)}`)}.`;
    case 'header-changed':
      return line`Only the header differs: another version or realm, or a plugin that changes answers.`;
    case 'other-configuration':
      return line`Another configuration is running than the one that was given: compare with ${code('deck gateway diff')}.`;
  }
}

const majorMinor = (version: string): string => version.split('.').slice(0, 2).join('.');
