import { own, type Table } from '../../schema/table.ts';
import { child, type Document, elements, NONE, Source } from '../../text/index.ts';
import { isMap, isResource } from '../recognize.ts';

/** One Kubernetes object, and where it stands. */
export interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: Table;
  readonly source: Source;
  readonly node: number;
}

/** Names that differ from those of the entity that the resource becomes. */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  KongPlugin: { name: 'plugin' },
  KongClusterPlugin: { name: 'plugin' },
  Ingress: { paths: 'path', hosts: 'host', name: 'metadata.name' },
  KongConsumerGroup: { name: 'metadata.name' },
  HTTPRoute: { hosts: 'spec.hostnames', name: 'metadata.name' },
};

/** Every resource of a text, those inside lists too. */
export function readResources(whole: Source, documents: readonly Document[]): readonly Resource[] {
  return documents.flatMap(({ value, nodes }, at) => {
    if (!isResource(value)) return [];
    const isSecret =
      value['kind'] === 'Secret' || (value['kind'] === 'List' && JSON.stringify(value).includes('"Secret"'));
    const end = documents[at + 1]?.nodes.starts[0];
    const source = new Source(whole.file, whole.text, nodes, {
      ...(end !== undefined && { end }),
      ...(at > 0 && { beside: whole }),
      spell: spellingOf(value),
      ...(isSecret && { hidden: HIDDEN }),
    });
    return resourcesOf(value, source, 0);
  });
}

const HIDDEN: ReadonlySet<string> = new Set(['data', 'stringData', 'items']);

function resourcesOf(value: Table, source: Source, node: number): readonly Resource[] {
  const items = own(value, 'items');
  if (!/List$/.test(String(value['kind'])) || !Array.isArray(items)) return [resourceOf(value, source, node)];
  const nodes = elements(source.nodes, child(source.nodes, node, 'items'));
  return items.flatMap((item: unknown, at) => (isResource(item) ? resourcesOf(item, source, nodes[at] ?? NONE) : []));
}

function resourceOf(value: Table, source: Source, node: number): Resource {
  const metadata = tableOf(own(value, 'metadata'));
  return {
    kind: String(value['kind']),
    name: textOf(own(metadata, 'name')) ?? '',
    namespace: textOf(own(metadata, 'namespace')) ?? 'default',
    annotations: textsOf(own(metadata, 'annotations')),
    labels: textsOf(own(metadata, 'labels')),
    value,
    source,
    node,
  };
}

function spellingOf(value: Table): (path: string) => string {
  const kind = String(value['kind']);
  if (kind === 'Secret') {
    const inClear = tableOf(own(value, 'stringData'));
    return (path) => (Object.hasOwn(inClear, path) ? `stringData.${path}` : `data.${path}`);
  }
  const names = Object.hasOwn(SPELLINGS, kind) ? (SPELLINGS[kind] ?? {}) : {};
  return (path) => {
    const [first = '', ...rest] = path.split('.');
    return [own(names, first) ?? first, ...rest].join('.');
  };
}

export const tableOf = (value: unknown): Table => (isMap(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tableOf(value)).map(([name, text]) => [name, textOf(text) ?? '']));

/** `a, b` */
export const namesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** An annotation of Kong's; what had other prefixes is not read since version 2 of the controller. */
export const annotation = ({ annotations }: Resource, name: string): string | undefined =>
  own(annotations, `konghq.com/${name}`);

const HEADERS = 'konghq.com/headers.';

/** `konghq.com/headers.x-a: 1,2` */
export function headersOf({ annotations }: Resource): Readonly<Record<string, readonly string[]>> {
  const separator = own(annotations, 'konghq.com/headers-separator') ?? ',';
  const found = Object.entries(annotations).filter(
    ([name, text]) => name.startsWith(HEADERS) && name !== HEADERS && text !== '',
  );
  return Object.fromEntries(
    found.map(([name, text]) => [name.slice(HEADERS.length), text.split(separator).map((value) => value.trim())]),
  );
}

/** Empty where the resource was not read from a cluster: those keep their order. */
export const createdAt = ({ value }: Resource): string =>
  textOf(own(tableOf(own(value, 'metadata')), 'creationTimestamp')) ?? '';
