/** What a verdict may look at of `seen`. */
export const VIEWS = ['all', 'client', 'error-log', 'json'] as const;
export type View = (typeof VIEWS)[number];

export const isView = (text: string): text is View => (VIEWS as readonly string[]).includes(text);

/** The part of `seen` that each view shows. */
export const SHOWS: Readonly<Record<View, ReadonlySet<string>>> = {
  all: new Set(['client', 'kongErrorLog', 'kongAccessLog', 'kongJson', 'lb1Log', 'lb2Log']),
  client: new Set(['client']),
  'error-log': new Set(['kongErrorLog']),
  json: new Set(['kongJson']),
};
