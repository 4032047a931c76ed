import { type Evidence, headerOf, type OwnAnswer, ownAnswer } from '../../evidence/index.ts';

/** The status that Kong sent, and what its answer was: from the client where that answer is Kong's, else the entry. */
export interface KongsAnswer {
  readonly status: number;
  readonly own: OwnAnswer | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The whole body was seen. */
  readonly seen: boolean;
}

export function kongsAnswer(evidence: Evidence, fromClient: boolean): KongsAnswer | undefined {
  const { answer, record, trace } = evidence;
  if (fromClient && answer !== null && answer.status !== null)
    return {
      status: answer.status,
      own: answer.own,
      headers: record.client?.headers ?? [],
      seen: !answer.head,
    };
  const status = trace.status;
  if (status === null) return undefined;
  const headers = record.entry?.responseHeaders ?? lineHeaders(evidence);
  return { status, own: ownAnswer({ status, headers, body: null, touched: true }), headers, seen: false };
}

/** An access line tells the length at least. */
function lineHeaders({ record }: Evidence): KongsAnswer['headers'] {
  const bytes = record.accessLines?.at(-1)?.bytes;
  return bytes == null ? [] : [['content-length', String(bytes)]];
}

export const headerIn = ({ headers }: KongsAnswer, name: string): string | null => headerOf(headers, name);
