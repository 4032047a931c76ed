import { JsonForm } from './json-form.ts';
import type { JweToken, JwsJsonToken, SignedPart } from './model.ts';
import { problem } from './problems.ts';

/** JWS and JWE in JSON (RFC 7515 §7.2, RFC 7516 §7.2); undefined where the text is neither. */
export function readJsonSerialization(text: string): JwsJsonToken | JweToken | undefined {
  const form = JsonForm.read(text);
  if (form === undefined) return undefined;
  if (form.has('ciphertext')) return readJwe(form);
  if (form.has('payload') && (form.has('signature') || form.has('signatures'))) return readJws(form);
  return undefined;
}

function readJws(form: JsonForm): JwsJsonToken {
  const { text } = form;
  form.problems.push(notCompact(form));
  const payload = form.json('payload', ['payload']);
  const general = form.has('signatures');
  const paths = general ? form.list('signatures').map((_, i) => ['signatures', String(i)]) : [[]];
  const signatures = paths.map((path) => signedPart(form, path, payload?.part.text ?? ''));
  if (general && form.has('signature')) {
    const message = '“signature” and “signatures” exclude each other (RFC 7515 §7.2.2)';
    form.problems.push(problem('json-serialization', message, form.whole()));
  }
  const { problems, remarks, parts } = form;
  const claims = payload?.object;
  return {
    kind: 'jws-json',
    form: general ? 'general' : 'flattened',
    text,
    signatures,
    claims,
    parts,
    problems,
    remarks,
  };
}

function signedPart(form: JsonForm, path: readonly string[], payload: string): SignedPart {
  const head = form.json('header', [...path, 'protected']);
  const header = form.merge(head?.object, form.unprotected([...path, 'header']));
  const signature = form.octets('signature', [...path, 'signature']);
  return {
    header,
    signingInput: `${head?.part.text ?? ''}.${payload}`,
    signature: signature.bytes,
    signatureText: signature.text,
  };
}

function readJwe(form: JsonForm): JweToken {
  form.problems.push(notCompact(form));
  const head = form.json('header', ['protected']);
  const general = form.has('recipients');
  const recipients = general ? form.list('recipients').map((_, i) => ['recipients', String(i)]) : [[]];
  const own = recipients.map((path) => form.unprotected([...path, 'header']));
  const header = form.merge(head?.object, form.unprotected(['unprotected']), own[0]);
  for (const path of recipients) form.octets('encrypted-key', [...path, 'encrypted_key']);
  form.octets('iv', ['iv']);
  form.octets('ciphertext', ['ciphertext']);
  form.octets('tag', ['tag']);
  const { text, problems, remarks, parts } = form;
  return { kind: 'jwe', form: general ? 'general' : 'flattened', text, header, parts, problems, remarks };
}

function notCompact(form: JsonForm): ReturnType<typeof problem> {
  const message = 'this is the JSON serialization; a JWT is always in the compact one (RFC 7519 §3)';
  const hint = 'Send the compact form: three parts with dots between them.';
  return problem('json-serialization', message, form.whole(), hint);
}
