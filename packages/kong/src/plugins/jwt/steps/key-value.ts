import type { JwtSecret } from '../../../config/index.ts';
import { fromBytes } from '../../../wire/index.ts';
import { unknownIn } from '../../unknown-values.ts';
import { decodeBase64 } from '../base64.ts';
import { alphabetOf } from '../decode.ts';
import { crash, type JwtState, pass, refuse, type StepCheck, type StepResult, unknown } from '../state.ts';
import type { KeyUse } from '../steps.ts';

type Field = 'secret' | 'rsa_public_key';

interface Chosen {
  readonly field: Field;
  readonly text: string | null;
  readonly decodes: boolean;
}

/** J41 to J43: the credential has a secret or key of the kind wanted, and it can be base64-decoded where that is asked for. */
export const keyValue: StepCheck = (state) => {
  const { credential, algorithm, config } = state;
  if (credential === undefined || algorithm === undefined) return undefined;
  const { field, text, decodes } = choose(state, credential, algorithm);
  const use = { algorithm, credential: fromBytes(credential.key), secretIsBase64: config.secret_is_base64 };
  const names = unknownIn([text, config.secret_is_base64]);
  if (names.length > 0) return unknown('J42', use, names);
  const at = () => credential.place(field);
  if (text === null) {
    const data = { ...use, missing: field };
    if (!decodes) return refuse('J42', data, 'Invalid key/secret', { at });
    return crash('J42', data, 'base64_input', "attempt to get length of local 'input' (a nil value)", { at });
  }
  const value = decodes ? decodeBase64(text, alphabetOf(state.switches)) : text;
  if (value === undefined) return undecodable(use, field, text, at);
  state.keyValue = value;
  return pass(field === 'secret' ? 'J41' : 'J42', use, { at });
};

/** Until 3.8 a missing secret fell back to the public key, and that was base64-decoded as well. */
function choose({ config, switches }: JwtState, credential: JwtSecret, algorithm: string): Chosen {
  const symmetric = algorithm.startsWith('HS');
  const { secret, rsaPublicKey } = credential;
  if (switches.publicKeyAsWritten) {
    if (symmetric) return { field: 'secret', text: secret, decodes: config.secret_is_base64 };
    return { field: 'rsa_public_key', text: rsaPublicKey, decodes: false };
  }
  if (symmetric && secret !== null) return { field: 'secret', text: secret, decodes: config.secret_is_base64 };
  return { field: 'rsa_public_key', text: rsaPublicKey, decodes: config.secret_is_base64 };
}

function undecodable(use: KeyUse, field: Field, text: string, at: NonNullable<StepResult['at']>): StepResult {
  const digits = text.split('=')[0] ?? '';
  const standardAlphabet = /[+/]/.test(digits) && !/[^A-Za-z0-9+/]/.test(digits);
  const why =
    digits.length % 4 === 1 && /^[A-Za-z0-9_-]*$/.test(digits) ? ('length' as const) : ('foreign-byte' as const);
  return field === 'secret'
    ? refuse('J41', { ...use, why, standardAlphabet }, 'Invalid key/secret', { at })
    : refuse('J43', { ...use, why }, 'Invalid key/secret', { at });
}
