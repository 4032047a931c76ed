import type { Route } from '../../config/index.ts';
import { lookUpHeader } from '../../wire/index.ts';
import type { Asked } from '../asked.ts';
import type { Doubt } from '../predicates/index.ts';
import type { Miss } from './model.ts';

/** An attribute that does not hold, with what it wants and what the request has. */
export function missOf(route: Route, attribute: string, asked: Asked, text?: string): Miss {
  const wanted = text === undefined ? wantedBy(route, attribute) : [text];
  return { attribute, wanted, found: foundIn(asked, attribute), place: route.place(attribute) };
}

export function doubtOf(route: Route, { attribute, why }: Doubt, asked: Asked): Miss {
  const field = attribute.startsWith('net.') ? 'expression' : attribute;
  return { ...missOf(route, field, asked), attribute, why };
}

function wantedBy(route: Route, attribute: string): readonly string[] {
  const [name = '', ...rest] = attribute.split('.');
  if (name === 'headers') return route.headers?.[spelled(route, rest.join('.'))] ?? [];
  const value: unknown = Object.entries(route).find(([key]) => key === name)?.[1];
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return typeof value === 'string' ? [value] : [];
}

/** The name as the Route writes it. */
const spelled = ({ headers }: Route, name: string): string =>
  Object.keys(headers ?? {}).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;

function foundIn({ request, method, scheme, host, path, sni }: Asked, attribute: string): readonly string[] {
  if (attribute.startsWith('headers.')) return lookUpHeader(request, attribute.slice('headers.'.length));
  switch (attribute) {
    case 'methods':
      return [method];
    case 'hosts':
      return [host];
    case 'paths':
      return [path];
    case 'snis':
      return sni === null ? [] : [sni];
    case 'protocols':
      return [scheme];
    default:
      return [];
  }
}
