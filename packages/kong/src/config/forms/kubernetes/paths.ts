/** `/foo` of an Ingress → what takes it and what is below it. */
export function prefixPaths(path: string): readonly string[] {
  const base = path.replace(/^\/+|\/+$/g, '');
  return base === '' ? ['/'] : [`/${base}/`, `~/${base}$`];
}

export const exactPath = (path: string): readonly string[] => [`~/${path.replace(/^\/+/, '')}$`];

/** The same of an HTTPRoute, where a slash at the end counts. */
export const routePrefixPaths = (path: string): readonly string[] => [
  `~${path}$`,
  path.endsWith('/') ? path : `${path}/`,
];
