/**
 * The texts that a pasted piece may be about: a value of a JSON answer, what stands behind the head of an
 * answer, one line of a log; always the piece itself too.
 */
export function piecesOf(pasted: string): readonly string[] {
  const text = pasted.trim();
  const body = /^HTTP\//.test(text) ? (text.split(/\r?\n\r?\n/)[1] ?? '') : '';
  const challenges = [...text.matchAll(/^www-authenticate: *(.*)$/gim)].map(([, value = '']) => value.trim());
  const pieces = [text, body, ...challenges].flatMap((one) => (one === '' ? [] : [one, ...ofJson(one)]));
  return [...new Set(pieces)];
}

const MEMBERS = ['message', 'error_description', 'error'];

function ofJson(text: string): readonly string[] {
  if (!text.startsWith('{')) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  const object = parsed as Readonly<Record<string, unknown>>;
  const values = MEMBERS.map((name) => object[name]).filter((value) => typeof value === 'string');
  // A refusal of claims is the object itself, one claim for each member.
  return values.length > 0
    ? values
    : Object.entries(object).map((entry) => JSON.stringify(Object.fromEntries([entry])));
}
