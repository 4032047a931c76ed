import type { Entity, Gateway } from '../config/index.ts';
import { holds, mapAt, type Offsets, type OpenFile, openFile, type Span, spansIn, windowOn } from './edit/index.ts';
import type { Situation } from './situation.ts';

/** Characters from which on only a window on a file is opened. */
export const LARGE = 100_000;

/**
 * The file, opened for editing around these offsets, and undefined where it is none of the files. What is opened once
 * is kept for the cures that follow.
 */
export function openAround(situation: Situation, name: string, wanted: readonly number[]): OpenFile | undefined {
  const file = situation.files.find((one) => one.name === name);
  if (file === undefined) return undefined;
  const { text } = file;
  const spans = text.length < LARGE ? [] : spansOf(situation.gateway, name, text);
  const kept = spans.filter((span) => wanted.some((at) => holds(span, at)));
  const key = [name, ...kept.map(({ from }) => from)].join(':');
  const known = situation.opened.get(key);
  if (known !== undefined) return known;
  const open = spans.length === 0 ? openFile(text) : windowed(text, spans, wanted);
  situation.opened.set(key, open);
  return open;
}

function windowed(text: string, spans: readonly Span[], wanted: readonly number[]): OpenFile {
  const { parsed, shown } = windowOn(text, spans, wanted);
  const open = openFile(shown, parsed);
  const fits = open.doc.errors.length === 0 && wanted.every((at) => mapAt(open, at)?.range?.[0] === at);
  return fits ? open : openFile(text);
}

const known = new WeakMap<Gateway, Map<string, readonly Span[]>>();

/** Found once for each file of a configuration. */
function spansOf(gateway: Gateway, name: string, text: string): readonly Span[] {
  const byFile = known.get(gateway) ?? new Map<string, readonly Span[]>();
  known.set(gateway, byFile);
  const { services, routes, plugins, consumers, jwtSecrets, keyAuthCredentials } = gateway;
  const { basicAuthCredentials, hmacAuthCredentials, acls } = gateway;
  const kinds: readonly (readonly Entity[])[] = [
    ...[services, routes, plugins, consumers, jwtSecrets],
    ...[keyAuthCredentials, basicAuthCredentials, hmacAuthCredentials, acls],
  ];
  const made =
    byFile.get(name) ??
    spansIn(
      text,
      kinds.map((entities) => within(entities, name)),
    );
  byFile.set(name, made);
  return made;
}

const within = (entities: readonly Entity[], name: string): Offsets =>
  entities
    .flatMap((entity) => {
      const { file, from } = entity.place();
      return file === name && from !== undefined ? [from] : [];
    })
    .sort((a, b) => a - b);
