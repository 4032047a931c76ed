import { type Block, bad, code, dim, type Line, line, type Section, value, warn } from '@why401/core/report';
import { stringify } from 'yaml';
import type { Credential, IssuerCredentials } from './export.ts';

const row = ({ key, algorithm, rsaPublicKey }: Credential) => ({ key, algorithm, rsa_public_key: rsaPublicKey });

/** A partial decK file, for `deck gateway apply`. */
export function credentialsDeck({ consumer, keyClaimName, entries }: IssuerCredentials): readonly string[] {
  const file = { _format_version: '3.0', consumers: [{ username: consumer, jwt_secrets: entries.map(row) }] };
  const head = keyClaimName === 'kid' ? ['# The jwt plugin must have config.key_claim_name: kid'] : [];
  return [...head, ...stringify(file, { lineWidth: 0 }).trimEnd().split('\n')];
}

/** The same as calls of the Admin API. */
export function credentialsAdminApi({ consumer, keyClaimName, entries }: IssuerCredentials): readonly string[] {
  const path = `/consumers/${encodeURIComponent(consumer)}`;
  return [
    ...(keyClaimName === 'kid' ? ['# The jwt plugin must have config.key_claim_name: kid'] : []),
    curl('PUT', path, {}),
    ...entries.map((entry) => curl('POST', `${path}/jwt`, row(entry))),
  ];
}

function curl(method: string, path: string, body: object): string {
  const data = JSON.stringify(body).replaceAll("'", "'\\''");
  return `curl -sX ${method} "$ADMIN${path}" -H 'Content-Type: application/json' -d '${data}'`;
}

/** For people: the entries in both forms, what was left out, and that they do not follow a rotation. */
export function credentialsSection(credentials: IssuerCredentials): Section {
  const { entries, leftOut, keyClaimName } = credentials;
  const skipped = leftOut.map(
    ({ index, kid, because }) => line`${dim('left out')} keys[${index}] ${value(kid ?? 'without kid')}: ${because}`,
  );
  const shown: readonly Block[] =
    entries.length === 0
      ? []
      : [
          { kind: 'code', language: 'yaml', lines: credentialsDeck(credentials) },
          { kind: 'code', language: 'sh', lines: credentialsAdminApi(credentials) },
        ];
  const lines: readonly Line[] = [
    ...(entries.length === 0
      ? [line`${bad('No key')} of this set can be a credential of Kong's jwt plugin.`]
      : [ROTATION]),
    ...(keyClaimName === 'kid' ? [BY_KID, FOREIGN] : []),
    ...entries.filter(({ isAssumed }) => isAssumed).map(assumedLine),
    ...skipped,
  ];
  return { id: 'kong-credential', title: 'Kong', blocks: [{ kind: 'text', lines }, ...shown] };
}

const ROTATION = line`${warn('A copy does not follow rotation')}: when the issuer signs with a new key, Kong answers 401 until you repeat this. The openid-connect plugin fetches keys by itself.`;
const BY_KID = line`Kong keeps one credential a key, and this issuer signs with several: they are stored by kid. Set ${code('config.key_claim_name: kid')} on the jwt plugin.`;
const FOREIGN = line`Looked up by kid, iss is not compared any more: who can choose a kid cannot forge a signature, but tokens of every realm that shares these keys pass.`;

const assumedLine = ({ key, algorithm }: Credential): Line =>
  line`${warn('assumed')} algorithm ${code(algorithm)} for ${value(key)}: the key does not name it. Look at ${code('alg')} in the header of a token.`;
