import { type Token, YamlFault } from './token.ts';

export const DEFAULT_TAGS: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);

/** Full name of a tag. */
export function tagName(token: Token, handles: ReadonlyMap<string, string>): string {
  if (token.extra === '') return token.text;
  const prefix = handles.get(token.extra);
  if (prefix === undefined)
    throw new YamlFault('yaml-syntax', `the tag handle ${token.extra} is declared nowhere`, token.at);
  return prefix + token.text;
}

/** libyaml reads 1.1, and lets 1.2 pass. Returns true: a version has been given. */
export function checkVersion(token: Token, given: boolean): true {
  if (given) throw new YamlFault('yaml-syntax', '%YAML is given twice', token.at);
  if (token.text !== '1.1' && token.text !== '1.2')
    throw new YamlFault('yaml-syntax', 'only YAML 1.1 and 1.2 can be read', token.at);
  return true;
}
