import type { Part, Token } from '@why401/core/parse';
import type { TokenDescription } from '@why401/core/verdict';
import { type Child, make } from '../dom/index.ts';

/** A fixed width, so that not even the length is told. */
const MASK = '•'.repeat(12);
const MOST = 4000;
const HUES: Readonly<Record<string, string>> = { header: 'seg-header', payload: 'seg-payload' };

/** The segments of a token in three hues. What signs or is encrypted is never shown. */
export function raw(token: Token, { parts }: TokenDescription): Child {
  if (token.kind === 'opaque')
    return make('p', {}, `It is not shown: ${token.text.length} characters that only its issuer can read.`);
  const joined = token.parts.flatMap((part, at): Child[] => {
    const segment = make('span', { class: HUES[part.name] ?? 'seg-signature' }, isShown(part) ? cut(part.text) : MASK);
    return at === 0 ? [segment] : [make('span', { class: 'dim' }, '.'), segment];
  });
  const legend = parts.map(({ name, octets, fingerprint }) =>
    make(
      'li',
      {},
      make('span', { class: `swatch ${HUES[name] ?? 'seg-signature'}`, attributes: { 'aria-hidden': 'true' } }),
      make('strong', {}, name),
      ` ${octets} octets`,
      fingerprint === undefined ? '' : `, ${fingerprint}`,
    ),
  );
  const attributes = { tabindex: '0', role: 'group', 'aria-label': 'Segments of the token' };
  return make(
    'div',
    {},
    make('pre', { class: 'raw', attributes }, ...joined),
    make('ul', { class: 'legend' }, ...legend),
    ...token.parts.flatMap((part) => decoded(part)),
  );
}

const isShown = ({ name, decoded: text }: Part): boolean => text !== undefined && Object.hasOwn(HUES, name);

const cut = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST)}…`);

/** The JSON as the token has it, not as a printer would write it. A token inside is not shown. */
function decoded(part: Part): Child[] {
  if (!isShown(part) || part.decoded === undefined || part.decoded.includes('eyJ')) return [];
  const attributes = { tabindex: '0', role: 'group', 'aria-label': `${part.name}, decoded` };
  return [
    make('h3', {}, `${part.name}, decoded`),
    make('pre', { class: `raw ${HUES[part.name] ?? ''}`, attributes }, cut(part.decoded)),
  ];
}
