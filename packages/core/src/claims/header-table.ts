import type { Row } from './claims-table.ts';

/** Header parameters (IANA "JSON Web Signature and Encryption Header Parameters"). */
export const HEADER_ROWS: readonly (readonly [ref: string, rows: readonly Row[]])[] = [
  [
    'RFC 7515 §4.1',
    [
      ['alg', 'Algorithm', 'string', 'How the token is signed, or how its key is encrypted.'],
      [
        'jku',
        'Key set URL',
        'string-or-uri',
        'Address of a key set. Never fetched: the token cannot vouch for itself.',
      ],
      ['jwk', 'Key', 'object', 'A public key. Never used: the token cannot vouch for itself.'],
      ['kid', 'Key id', 'string', 'Which of the issuer’s keys signed. A string to compare, nothing else.'],
      ['x5u', 'Certificate URL', 'string-or-uri', 'Address of a certificate. Never fetched.'],
      ['x5c', 'Certificates', 'list', 'A certificate chain. Shown, gives no trust.'],
      ['x5t', 'Certificate thumbprint', 'digest', 'SHA-1 of the certificate of the key.'],
      ['x5t#S256', 'Certificate thumbprint', 'digest', 'SHA-256 of the certificate of the key.'],
      ['typ', 'Type', 'string', 'What kind of token this is: JWT, at+jwt, dpop+jwt, …'],
      ['cty', 'Content type', 'string', 'What is inside; JWT where the content is itself a token.'],
      ['crit', 'Critical', 'list', 'Extensions that a reader must understand or else refuse the token.'],
    ],
  ],
  ['RFC 7797 §3', [['b64', 'base64 payload', 'boolean', 'false: the payload is not encoded. Not for JWTs.']]],
  [
    'RFC 7516 §4.1',
    [
      ['enc', 'Content encryption', 'string', 'How the content is encrypted.'],
      ['zip', 'Compression', 'string', 'DEF: the content was compressed before it was encrypted.'],
    ],
  ],
  [
    'RFC 7518 §4',
    [
      ['epk', 'Ephemeral key', 'object', 'One-time public key of the sender (ECDH-ES).'],
      ['apu', 'Party U', 'string', 'Names the sender in the key agreement.'],
      ['apv', 'Party V', 'string', 'Names the receiver in the key agreement.'],
      ['iv', 'Key wrapping vector', 'string', 'Initialization vector of the key wrapping.'],
      ['tag', 'Key wrapping tag', 'string', 'Authentication tag of the key wrapping.'],
      ['p2s', 'PBES2 salt', 'string', 'Salt of the password-based key.'],
      ['p2c', 'PBES2 count', 'number', 'How often the password is hashed; large numbers cost the reader dearly.'],
    ],
  ],
  ['RFC 8225 §8.1', [['ppt', 'PASSporT', 'string', 'Extension of a caller-identity token.']]],
  [
    'RFC 8555 §6.4',
    [
      [
        'nonce',
        'Nonce',
        'string',
        'One-time value (ACME); Microsoft puts one where only its own services may check the token.',
      ],
      ['url', 'URL', 'string', 'Address that the request is for (ACME).'],
    ],
  ],
  ['OpenID Federation 1.0', [['trust_chain', 'Trust chain', 'list', 'Statements that lead to a trust anchor.']]],
];
