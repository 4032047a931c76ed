import type { Problem } from '@why401/core';
import { type Fault, Source } from '../text/index.ts';
import type { ConfigFile } from './model.ts';

export const NO_NODES = { starts: new Uint32Array(), info: new Uint32Array(), names: [] };

export function readProblem({ name, text }: ConfigFile, { code, message, at }: Fault): Problem {
  const place = new Source(name, text, NO_NODES).placeAt(at);
  const hint = HINTS[code];
  return { code, message, place, ...(hint !== undefined && { hint }) };
}

export function noObject(value: unknown): Problem {
  return {
    code: 'config-no-object',
    message: value === undefined || value === null ? 'the file is empty' : 'the file holds no map at its top',
    hint: 'a declarative configuration begins with _format_version and lists of entities',
  };
}

const HINTS: Readonly<Record<string, string>> = {
  'yaml-syntax':
    'repair the file at this place; indentation is made of spaces, and texts with special characters need quotes',
  'json-syntax': 'repair the file at this place',
  'yaml-too-deep': 'a gateway configuration needs about ten levels; look for brackets that are never closed',
  'json-too-deep': 'a gateway configuration needs about ten levels; look for brackets that are never closed',
  'yaml-alias-bomb': 'write the values out instead of repeating them through aliases of aliases',
  'yaml-alias-circle': 'write the value out',
};
