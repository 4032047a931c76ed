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
  const [first = '', ...rest] = template.split(/\{\w+\}/);
  const parts = [first, ...rest].map((part) => plainPart(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const body = parts.join('(.+?)');
  return new RegExp(whole ? `^${body}$` : body);
}

/** Spaces at its ends stay: a value stands there. */
const plainPart = (text: string): string => text.toLowerCase().replace(/["'`]/g, '').replace(/\s+/g, ' ');
