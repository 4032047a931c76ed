/** A piece of SVG as data: the page makes elements of it, `printSvg` a file. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  const texts = Object.entries(attributes).map(([key, value]) => [
    key,
    typeof value === 'number' ? String(Math.round(value * 100) / 100) : value,
  ]);
  return { name, attributes: Object.fromEntries(texts), children };
}

/** XML text of a node. Everything that came from outside is escaped; what XML 1.0 cannot hold becomes U+FFFD. */
export function printSvg(node: SvgNode): string {
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const children = node.children.map((child) => (typeof child === 'string' ? escape(child) : printSvg(child)));
  const open = `<${node.name}${attributes.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${node.name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** XML 1.0 §2.2, and the characters that turn the direction of what follows. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escape = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
