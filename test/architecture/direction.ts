import { posix } from 'node:path';
import type { Source } from './sources.ts';

/** Which packages a package may import: core ← kong ← hops; core ← node; all ← apps. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/core': ['jose'],
  'packages/kong': ['@why401/core', 'yaml'],
  'packages/hops': ['@why401/core', '@why401/kong'],
  'packages/node': ['@why401/core', 'openid-client', 'node:'],
  'packages/testkit': ['@why401/core', '@why401/node', 'jose', 'node:', 'oidc-provider', 'vitest'],
  'apps/web': ['@why401/core', '@why401/kong', '@why401/hops', '@why401/node', 'express', 'node:'],
  'apps/cli': ['@why401/core', '@why401/kong', '@why401/hops', '@why401/node', '@why401/web', 'commander', 'node:'],
};

/** The one file of an app that may load another app, when it runs. */
const CROSSING = new Map([['@why401/web', 'apps/cli/src/commands/serve.ts']]);

/**
 * Stages of a package in the order of the data; a stage imports only stages before it.
 * Stages on one line stand side by side and do not import each other.
 */
const STAGES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'packages/core': [
    ['facts'],
    ['limits', 'encoding'],
    ['json'],
    ['ports'],
    ['evidence'],
    ['secret'],
    ['report'],
    ['parse'],
    ['input'],
    ['claims'],
    ['issuer'],
    ['keys'],
    ['signature'],
    ['metadata'],
    ['timeline'],
    ['rules'],
    ['verdict'],
    ['redact'],
  ],
  'packages/kong': [
    ['versions', 'discovery'],
    ['wire'],
    ['config'],
    ['judgement'],
    ['router'],
    ['plugins'],
    ['chain', 'lifetimes'],
    ['credentials'],
    ['cure'],
    ['explanation'],
    ['lint'],
    ['replay'],
    ['gate'],
    ['ask'],
    ['across'],
  ],
  'packages/hops': [
    ['record'],
    ['tables'],
    ['dictionary', 'probe', 'ladder', 'sizes'],
    ['read'],
    ['evidence'],
    ['decide'],
    ['batch', 'report', 'compare'],
    ['ask'],
  ],
};

export function wrongImports(source: Source): string[] {
  const [kind, name] = source.path.split('/');
  const home = `${kind}/${name}`;
  const complaints: string[] = [];
  for (const specifier of source.imports) {
    if (specifier.startsWith('.')) complaints.push(...backwards(source.path, home, specifier));
    else if (!allowed(source.path, home, specifier)) complaints.push(`${source.path}: imports ${specifier}`);
  }
  return complaints;
}

function allowed(path: string, home: string, specifier: string): boolean {
  const owner = MAY_IMPORT[home]?.find(
    (name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
  );
  if (owner === undefined) return false;
  return !CROSSING.has(owner) || CROSSING.get(owner) === path;
}

function backwards(path: string, home: string, specifier: string): string[] {
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  if (!target.startsWith(`${home}/src/`)) return [`${path}: leaves its package by ${specifier}`];
  const [from, to] = [stageOf(home, path), stageOf(home, target)];
  if (from === undefined || to === undefined || from === to || roomOf(home, path) === roomOf(home, target)) return [];
  return to > from ? [`${path}: imports a later stage, ${specifier}`] : [];
}

const roomOf = (home: string, path: string): string => path.slice(`${home}/src/`.length).split('/')[0] ?? '';

function stageOf(home: string, path: string): number | undefined {
  const room = roomOf(home, path);
  const index = STAGES[home]?.findIndex((rooms) => rooms.includes(room)) ?? -1;
  return index < 0 ? undefined : index;
}

/** Folders that have no place in the order yet. */
export function unknownRooms(sources: readonly Source[]): string[] {
  const rooms = new Set<string>();
  for (const { path } of sources) {
    const home = path.split('/').slice(0, 2).join('/');
    const room = roomOf(home, path);
    if (STAGES[home] !== undefined && !room.endsWith('.ts') && stageOf(home, path) === undefined)
      rooms.add(`${home}/src/${room}`);
  }
  return [...rooms];
}
