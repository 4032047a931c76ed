import type { BodyShape } from './authors-table.ts';

/** What can be seen of a body that Kong may have written. */
export interface ReadBody {
  readonly shape: BodyShape;
  readonly message: string | null;
  readonly members: readonly string[];
}

const HTML = /^<!doctype html>[\s\S]*<title>(?:Kong )?Error<\/title>[\s\S]*<p>([\s\S]*?)\.<\/p>/;
const XML = /^<\?xml [^>]*\?>\s*<error>\s*<message>([\s\S]*?)<\/message>/;
const PLAIN = /^([^\n]*)\nrequest_id: [0-9a-f<>_a-z]+\s*$/;

/** Takes a body apart by the forms that Kong writes (`kong/tools/http.lua`, `kong.response.exit`). */
export function readBody(body: string): ReadBody {
  const text = body.trim();
  for (const form of [HTML, XML, PLAIN]) {
    const found = form.exec(text);
    if (found) return { shape: 'template', message: found[1] ?? '', members: ['message'] };
  }
  const json = objectOf(text);
  if (json === undefined) return { shape: 'other', message: null, members: [] };
  const members = Object.keys(json);
  const message = typeof json['message'] === 'string' ? json['message'] : null;
  return { shape: /^\{\s*\n/.test(text) || members.includes('request_id') ? 'template' : 'compact', message, members };
}

function objectOf(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{') || text.length > 65_536) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
