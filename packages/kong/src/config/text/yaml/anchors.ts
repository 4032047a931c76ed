import { type Token, YamlFault } from './token.ts';

export interface Anchored {
  readonly value: unknown;
  readonly node: number;
  /** How many values it stands for. */
  readonly weight: number;
  /** Its end has not been read yet: an alias to it would be a circle. */
  readonly open: boolean;
}

export type Anchors = Map<string, Anchored>;

export function remember(anchors: Anchors, name: string, node: number): void {
  anchors.set(name, { value: undefined, node, weight: 0, open: true });
}

export function aliasTarget(anchors: Anchors, token: Token): Anchored {
  const target = anchors.get(token.text);
  if (!target) throw new YamlFault('yaml-syntax', `no anchor named ${token.text} stands above`, token.at);
  if (target.open) throw new YamlFault('yaml-alias-circle', 'this alias stands for something it is part of', token.at);
  return target;
}
