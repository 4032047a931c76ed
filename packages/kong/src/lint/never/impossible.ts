import { isUnknown, type Route } from '../../config/index.ts';
import { normalizePath, servedRoutes } from '../../router/index.ts';
import type { LintEvidence } from '../rule.ts';

/** A value that no request has where the router looks. */
export interface Impossible {
  readonly route: Route;
  /** `paths.1` */
  readonly field: string;
  /** Byte string. */
  readonly found: string;
  readonly why: 'query' | 'escape' | 'method';
}

/** Values of routes that can never match, whatever is asked; routes of expressions are left out. */
export function impossible({ gateway, release }: LintEvidence): readonly Impossible[] {
  return servedRoutes(gateway).flatMap((route) => [
    ...(route.paths ?? []).flatMap((path, i) => {
      const why = isUnknown(path) ? undefined : whyPath(path, release.switches.tildeMarksRegex);
      return why === undefined ? [] : [{ route, field: `paths.${i}`, found: path, why }];
    }),
    ...(route.methods ?? []).flatMap((method, i) =>
      REFUSED.has(method) ? [{ route, field: `methods.${i}`, found: method, why: 'method' as const }] : [],
    ),
  ]);
}

/** nginx answers these itself. */
const REFUSED: ReadonlySet<string> = new Set(['CONNECT', 'TRACE']);

function whyPath(path: string, tilde: boolean): Impossible['why'] | undefined {
  if (!tilde) return undefined;
  if (!path.startsWith('~')) return path.includes('?') ? 'query' : undefined;
  return hasDeadEscape(path) ? 'escape' : undefined;
}

/** An escape in a pattern that is never left in a normalized path: alternatives and classes may do without it. */
function hasDeadEscape(pattern: string): boolean {
  if (/[|[(?*\\]/.test(pattern)) return false;
  return (pattern.match(/%[0-9A-Fa-f]{2}/g) ?? []).some((escape) => normalizePath(`/${escape}`) !== `/${escape}`);
}
