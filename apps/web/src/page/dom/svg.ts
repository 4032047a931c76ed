import { sanitise } from '@why401/core/report';
import type { SvgNode } from '@why401/core/timeline';

const SVG = 'http://www.w3.org/2000/svg';
/** What core's pictures are made of. A tree from the server is only drawn with these. */
const NAMES = new Set(['svg', 'g', 'title', 'desc', 'rect', 'line', 'path', 'text', 'tspan']);
const ATTRIBUTES =
  /^(?:viewBox|width|height|role|aria-[a-z]+|class|id|x|y|x1|y1|x2|y2|d|rx|fill|stroke|stroke-width|stroke-dasharray|text-anchor|font-family|font-size|tabindex)$/;

export function svgElement(name: string, attributes: Readonly<Record<string, string>>, ...children: Node[]) {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.test(key)) element.setAttribute(key, sanitise(value));
  }
  element.append(...children);
  return element;
}

/** A picture that is given as data, as elements. */
export function svgOf(node: SvgNode): SVGElement {
  const name = NAMES.has(node.name) ? node.name : 'g';
  const children = node.children.map((child) =>
    typeof child === 'string' ? document.createTextNode(sanitise(child)) : svgOf(child),
  );
  return svgElement(name, node.attributes, ...children);
}
