import { sanitise } from '../../report/index.ts';

/** A longer one is looked for as it is. */
const LONGEST = 8192;

/** The forms in which a secret may appear in a report: as it is, escaped, percent-encoded, base64, hex. */
export function spellingsOf(secret: string): ReadonlySet<string> {
  if (secret.length > LONGEST) return new Set([secret]);
  const bytes = new TextEncoder().encode(secret);
  return new Set([
    ...printedForms(secret),
    ...percentForms(bytes),
    hex(bytes),
    hex(bytes).toUpperCase(),
    ...base64Forms(bytes),
  ]);
}

/** A text as the printers write it: safe, with HTML's entities, with Markdown's backslashes, as a JSON string. */
export function printedForms(text: string): readonly string[] {
  const safe = sanitise(text);
  const json = JSON.stringify(text).slice(1, -1);
  const markdown = safe.replace(/[\\`*_[\]<>#|~!&@$]|:(?=\/\/)/g, (letter) => `\\${letter}`);
  return [text, safe, entities(safe), markdown, json, json.replaceAll('/', '\\/')];
}

const entities = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** As strict encoders, `encodeURIComponent` and HTML forms write it, in both cases of the digits. */
function percentForms(bytes: Uint8Array): readonly string[] {
  const encode = (kept: RegExp, space: string): string =>
    Array.from(bytes, (byte) => {
      const letter = String.fromCharCode(byte);
      if (letter === ' ') return space;
      return kept.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }).join('');
  const forms = [
    encode(/[A-Za-z0-9._~-]/, '%20'),
    encode(/[A-Za-z0-9._~!'()*-]/, '%20'),
    encode(/[A-Za-z0-9._*-]/, '+'),
  ];
  return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()))];
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64 and base64url, also as part of a longer text (`user:secret`): the three ways in which octets can fall. */
function base64Forms(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const shifted = new Uint8Array(shift + bytes.length);
    shifted.set(bytes, shift);
    const url = base64url(shifted).slice(shift === 0 ? 0 : shift + 1);
    const inner = url.slice(0, url.length - 1);
    return [inner, inner.replaceAll('-', '+').replaceAll('_', '/')];
  });
}

function base64url(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(3, bytes.length - at) + 1;
    for (let i = 0; i < letters; i++) out += ALPHABET[(word >> (18 - 6 * i)) & 63] ?? '';
  }
  return out;
}
