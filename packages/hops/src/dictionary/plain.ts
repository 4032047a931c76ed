/** Quotes, case, spaces and full stops are not what a message is known by: shells and people change them. */
export const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/["'`“”‘’]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();

/** `No credentials found for given '{claim}'` → what its plain form looks like. */
export function patternOf(template: string, whole: boolean): RegExp {
  const body = template
    .split(/(\{\w+\})/)
    .map((part, at) => (at % 2 === 1 ? valueOf(part) : plainPart(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(whole ? `^${body}$` : body);
}

/** A reason is a sentence; everything else that is put in is one word. */
const valueOf = (name: string): string => (/^\{(?:error|reason)\}$/.test(name) ? '(.+?)' : '(\\S+)');

/** Spaces at its ends stay: a value stands there. */
const plainPart = (text: string): string => text.toLowerCase().replace(/["'`]/g, '').replace(/\s+/g, ' ');
