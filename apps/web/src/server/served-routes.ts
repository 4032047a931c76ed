import type { Express } from 'express';

export interface ServedRoute {
  readonly method: string;
  readonly path: string;
}

/** What express itself would serve: read from its router, so that no route is there without being looked at. */
export function servedRoutes(app: Express): readonly ServedRoute[] {
  return app.router.stack.flatMap(({ route }) => {
    if (route === undefined) return [];
    const { methods } = route as unknown as { readonly methods: Readonly<Record<string, boolean>> };
    return Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: String(route.path) }));
  });
}
