import { code, type Line, line, type Span, value } from '@why401/core/report';
import { asDiff, type Change, type ConfigValue, type Cure, type CureId, type Who } from '../../cure/index.ts';

export const WHO: Readonly<Record<Who, string>> = {
  caller: 'Caller',
  'identity-provider': 'Identity provider',
  gateway: 'Gateway',
};

type Say = (change: Change) => Line;

const name = (change: Change): string =>
  change.kind === 'config' ? (change.edits[0]?.field ?? '') : 'name' in change ? change.name : '';
const fresh = (change: Change): string => shown(change.kind === 'config' ? change.edits[0]?.new : change.new);
/** As YAML writes it on one line. */
const shown = (wanted: ConfigValue | undefined): string =>
  Array.isArray(wanted) ? `[${wanted.map(shown).join(', ')}]` : String(wanted ?? null);
const old = (change: Change): string => (change.kind === 'config' ? '' : (change.old ?? 'nothing'));
/** Last part of a field: `claims_to_verify` of `config.claims_to_verify`. */
const field = (change: Change): string => name(change).split('.').at(-1) ?? '';

/** The header, cookie or argument as it is to be sent. */
const sent = (c: Change): Span => code(asDiff(c).at(-1)?.slice(1) ?? '');

/** What has to be done, as a sentence that follows `Gateway: `. */
const DO: Readonly<Record<CureId, Say>> = {
  'remove-null': (c) => line`remove the line ${code(`${field(c)}: null`)}.`,
  'send-as-bearer': (c) => line`send ${sent(c)}.`,
  'list-the-place': (c) => line`let the plugin read that place: ${code(`${field(c)}: ${fresh(c)}`)}.`,
  'send-a-token': (c) => line`send a token: ${sent(c)}.`,
  'skip-preflight': () => line`let OPTIONS requests through: ${code('run_on_preflight: false')}.`,
  'send-one-token': (c) => line`send one token: leave the ${c.kind === 'request' ? c.part : ''} ${code(name(c))} out.`,
  'read-one-place': (c) => line`read one place only: ${code(`${field(c)}: []`)}.`,
  'drop-argument': (c) => line`leave the query argument ${code(name(c))} out.`,
  'give-argument-a-value': (c) => line`give the query argument ${code(name(c))} its value.`,
  'take-quotes-off': () => line`send the token without quotes and backslashes.`,
  'decode-percent-signs': () => line`send the token as it was issued, not percent-encoded.`,
  'encode-in-base64url': () =>
    line`encode the token in base64url: ${code('-')} and ${code('_')} for ${code('+')} and ${code('/')}, without ${code('=')}.`,
  'take-blanks-out': () => line`send the token in one piece: there are blanks inside it.`,
  'send-the-token-alone': () => line`send the token alone, nothing before or behind it.`,
  'send-a-signed-token': (c) => line`use ${fresh(c)}; what was sent is ${old(c)}.`,
  upgrade: (c) => line`upgrade Kong from ${old(c)} to ${fresh(c)}.`,
  'sign-with-listed-algorithm': (c) => line`sign with ${code(fresh(c))} instead of ${code(old(c))}.`,
  'look-by-other-claim': (c) => line`look for the credential by another claim: ${code(`key_claim_name: ${fresh(c)}`)}.`,
  'issue-the-claim': (c) => line`issue the claim ${code(name(c))} as one text: ${value(fresh(c))}.`,
  'spell-key-as-token': () => line`spell the key as the token does.`,
  'create-credential': () => line`create a credential for this issuer, with its public key.`,
  'fit-algorithm': (c) => line`set the credential to the token's algorithm: ${code(`algorithm: ${fresh(c)}`)}.`,
  'fit-algorithm-and-key': (c) =>
    line`give the credential the token's algorithm, ${code(`algorithm: ${fresh(c)}`)}, and the key for it.`,
  'sign-with-credential-algorithm': (c) =>
    line`sign with ${code(fresh(c))}, as the credential expects, instead of ${code(old(c))}.`,
  'store-secret-in-base64url': () => line`store the secret in base64url; its bytes stay the same, no caller changes.`,
  'read-secrets-otherwise': (c) =>
    line`${code(`secret_is_base64: ${fresh(c)}`)}. It holds for every credential that this plugin meets.`,
  'trim-secret': () => line`take the line break or blank off the end of the secret.`,
  'move-key-from-secret': () =>
    line`the public key stands in ${code('secret')}: put it into ${code('rsa_public_key')}.`,
  'give-credential-a-key': (c) => line`give the credential its key, in ${code(field(c))}.`,
  'store-public-key-as-pem': () => line`store the public key itself as PEM, with real line breaks.`,
  'store-key-that-signed': (c) => line`store the key that signed this token, in ${code(field(c))}.`,
  'use-key-of-other-credential': (c) =>
    line`the key of another credential made this signature: use it here (${value(short(fresh(c)))}).`,
  'sign-raw-not-der': () => line`write the signature raw, r and s one after the other, not as DER.`,
  'sign-with-the-right-curve': (c) => line`sign with the curve that belongs to the algorithm: ${fresh(c)}.`,
  'sign-with-2048-bit-key': (c) => line`sign with a key of ${fresh(c)} instead of ${old(c)}, or with RS256.`,
  'issue-times-as-numbers': (c) => line`issue ${code(name(c))} as a JSON number of seconds.`,
  'fetch-a-new-token': () => line`fetch a new token; this one is only too old.`,
  'set-the-clocks': () =>
    line`set the clocks of issuer and gateway alike, or leave ${code('nbf')} out; the plugin has no leeway.`,
  'do-not-check-times': (c) =>
    line`do not check: ${code(c.kind === 'config' && c.edits[0]?.op === 'remove' ? 'remove claims_to_verify' : `${field(c)}: ${fresh(c)}`)}.`,
  'issue-exp-in-seconds': () => line`issue ${code('exp')} in seconds; it is in milliseconds.`,
  'issue-shorter-tokens': (c) => line`issue shorter tokens: ${code('exp')} ${fresh(c)}.`,
  'raise-the-limit': (c) => line`allow longer tokens: ${code(`maximum_expiration: ${fresh(c)}`)}.`,
  'check-exp': (c) => line`${code(`${field(c)}: ${fresh(c)}`)}.`,
  'check-nbf': (c) => line`${code(`${field(c)}: ${fresh(c)}`)}.`,
  'remove-anonymous': () => line`remove ${code('anonymous')}, unless it is there to combine several auth plugins.`,
  'create-anonymous': () => line`create the consumer that ${code('anonymous')} names.`,
  'end-anonymous-requests': () =>
    line`end anonymous requests: a ${code('request-termination')} on the anonymous consumer.`,
  'judge-preflight': () => line`${code('run_on_preflight: true')}, and the cors plugin for preflights.`,
  'send-header-once': (c) => line`send the header ${code(name(c))} once: ${code(fresh(c))}.`,
  'use-https': () => line`use https.`,
  'send-what-the-route-wants': (c) => line`send what the nearest route wants: ${sent(c)}.`,
  'let-the-route-take-it': (c) => line`let the route ${value(entity(c))} take it: ${code(`${field(c)}: ${fresh(c)}`)}.`,
  'send-a-key': (c) => line`send the key of a consumer: ${sent(c)}.`,
  'send-credentials': (c) => line`send the username and password of a consumer: ${sent(c)}.`,
  'send-the-date': (c) => line`send the time of the request, in GMT, and sign it: ${sent(c)}.`,
  'allow-algorithm': (c) => line`take that algorithm as well: ${code(`algorithms: ${fresh(c)}`)}.`,
  'join-the-group': (c) => line`put the consumer into the group ${value(group(c))}.`,
  'take-off-the-list': (c) => line`take it off the list: ${code(`${field(c)}: ${fresh(c)}`)}.`,
  'list-the-address': (c) => line`list the address: ${code(`allow: ${fresh(c)}`)}.`,
  'allow-the-agent': (c) => line`let this User-Agent pass before the list is asked: ${code(`allow: ${fresh(c)}`)}.`,
  'allow-the-size': (c) => line`allow larger bodies: ${code(`allowed_payload_size: ${fresh(c)}`)}.`,
  'do-not-require-length': () => line`do not ask for a length: ${code('require_content_length: false')}.`,
  'switch-off': () => line`switch the plugin off: ${code('enabled: false')}.`,
};

const entity = (c: Change): string => (c.kind === 'config' ? (c.edits[0]?.entity.name ?? '') : '');

const group = (c: Change): string => (c.kind === 'config' ? (c.edits[0]?.entity.name ?? '') : '');

const short = (text: string): string => (text.startsWith('<') ? text : 'its public key');

export function cureSentence(cure: Cure): Line {
  return DO[cure.id](cure.change);
}
