import { code, line } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { type KeyName, nameKey } from './key-name.ts';

export interface SecretWhiteSpace {
  readonly key: KeyName;
  /** Which side has it: the secret that was given, or the one that signed. */
  readonly side: 'given' | 'signer';
  readonly what: 'a line end' | 'white space' | 'quotes' | 'a byte order mark';
  readonly where: 'at the end' | 'in front' | 'around';
}

/** A line end from an editor or `echo`, a space from a copy, quotes from an environment file. */
export const secretWhiteSpace: DiagnosisKind<SignatureEvidence, SecretWhiteSpace> = {
  id: 'secret-white-space',
  basis: [{ kind: 'rfc', ref: 'RFC 7518 §3.2' }],

  judge(evidence) {
    for (const { key, bytes } of evidence.secrets()) {
      for (const [side, what, where, other] of otherSpellings(bytes)) {
        if (evidence.hmacIs(other)) return { key: nameKey(key), side, what, where };
      }
    }
    return undefined;
  },

  explain({ side, what, where }) {
    return side === 'given'
      ? [
          line`The given secret has ${what} ${where} that the signer's secret does not have.`,
          line`Remove it: write the file with ${code('printf \'%s\' "$SECRET"')} instead of ${code('echo')}, or end a YAML block scalar with ${code('|-')}.`,
        ]
      : [
          line`The signer's secret has ${what} ${where} that the given one does not have.`,
          line`The signer read its secret from a file or a variable without trimming it; correct it there.`,
        ];
  },
};

type Spelling = readonly [
  side: SecretWhiteSpace['side'],
  what: SecretWhiteSpace['what'],
  where: SecretWhiteSpace['where'],
  bytes: Uint8Array,
];

/**
 * No NUL octets: HMAC fills a key up with them, so that they make no other key (RFC 2104 §2).
 * Latin-1 text stands for the octets, so that a secret that is no UTF-8 is handled as well.
 */
function otherSpellings(bytes: Uint8Array): readonly Spelling[] {
  const text = Array.from(bytes, (octet) => String.fromCharCode(octet)).join('');
  const spellings: Spelling[] = [];
  const add = (side: Spelling[0], what: Spelling[1], where: Spelling[2], other: string): void => {
    if (other !== text) spellings.push([side, what, where, Uint8Array.from(other, (unit) => unit.charCodeAt(0))]);
  };
  add('given', 'a line end', 'at the end', text.replace(/\r?\n$/, ''));
  add('given', 'a line end', 'at the end', text.replace(/[\r\n]+$/, ''));
  add('given', 'white space', 'at the end', text.replace(/[\t\n\r ]+$/, ''));
  add('given', 'white space', 'in front', text.replace(/^[\t\n\r ]+/, ''));
  add('given', 'white space', 'around', text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, ''));
  add('given', 'quotes', 'around', text.replace(/^(["'])([^]*)\1[\r\n]*$/, '$2'));
  add('given', 'a byte order mark', 'in front', text.replace(/^\xef\xbb\xbf/, ''));
  add('signer', 'a line end', 'at the end', `${text}\n`);
  add('signer', 'a line end', 'at the end', `${text}\r\n`);
  add('signer', 'a line end', 'at the end', `${text}\r`);
  add('signer', 'white space', 'at the end', `${text} `);
  add('signer', 'white space', 'in front', ` ${text}`);
  add('signer', 'quotes', 'around', `"${text}"`);
  add('signer', 'quotes', 'around', `'${text}'`);
  add('signer', 'a byte order mark', 'in front', `\xef\xbb\xbf${text}`);
  return spellings;
}
