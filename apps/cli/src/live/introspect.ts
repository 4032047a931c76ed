import type { Fetched } from '@why401/core';
import { type IssuerEvidence, metadataOf } from '@why401/core/evidence';
import { member } from '@why401/core/json';
import { type Introspection, readIntrospection } from '@why401/core/verdict';
import { metadataMembers, originOf } from '@why401/node/issuer';
import { fail } from '../failure.ts';
import { readEnvironment, readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';
import type { Gathered } from './evidence.ts';

export interface IntrospectOptions {
  readonly introspect?: boolean;
  readonly credentialsFile?: string;
  readonly credentialsEnv?: string;
}

export interface Introspected extends Introspection {
  readonly endpoint: string;
  readonly fetched: Fetched;
}

/**
 * Asks the issuer's introspection endpoint about the token (RFC 7662). The token and the credentials
 * go there alone; the endpoint must be at the issuer's own origin, or be allowed by name.
 * @throws Failure `credentials-missing`, `credentials-unreadable`, `no-introspection-endpoint`, `introspection-elsewhere`
 */
export async function introspect(
  session: Session,
  token: string,
  { evidence, fetchJson }: Gathered,
  options: IntrospectOptions & { readonly allowHost: readonly string[] },
): Promise<Introspected> {
  if (fetchJson === undefined)
    return fail(
      'introspection-offline',
      'Saved evidence cannot tell whether a token is active.',
      'Give --issuer URL instead of --evidence.',
    );
  const authorization = await readCredentials(session, options);
  const { endpoint, named } = endpointOf(evidence, options.allowHost);
  const form = new URLSearchParams({ token, token_type_hint: 'access_token' }).toString();
  const fetched = await fetchJson(endpoint, { namedBy: 'issuer', ...named, post: { form, authorization } });
  return { ...readIntrospection(fetched), endpoint, fetched };
}

function endpointOf(evidence: IssuerEvidence, allowed: readonly string[]) {
  const metadata = metadataOf(evidence)?.fetched;
  const members = metadata === undefined ? undefined : metadataMembers(metadata);
  const endpoint = members === undefined ? undefined : member(members, 'introspection_endpoint');
  if (metadata === undefined || typeof endpoint !== 'string' || !URL.canParse(endpoint))
    return fail(
      'no-introspection-endpoint',
      'The metadata name no introspection_endpoint.',
      'Ask the provider whether it has one.',
    );
  const named = originOf(metadata);
  const { origin, hostname, host } = new URL(endpoint);
  if (origin !== named.origin && !allowed.includes(hostname) && !allowed.includes(host))
    return fail(
      'introspection-elsewhere',
      `The introspection_endpoint is at ${origin}, not at the issuer's own ${named.origin}: token and credentials were not sent there.`,
      `If this is meant: --allow-host ${host}`,
    );
  return { endpoint, named };
}

/** `client_id:client_secret`, sent as RFC 6749 §2.3.1 wants it. */
async function readCredentials(
  session: Session,
  { credentialsFile, credentialsEnv }: IntrospectOptions,
): Promise<string> {
  if (credentialsFile === undefined && credentialsEnv === undefined)
    return fail(
      'credentials-missing',
      'Introspection needs the credentials of a client.',
      'Write client_id:client_secret to a file and give --credentials-file FILE, or --credentials-env NAME.',
    );
  const { name, bytes } =
    credentialsFile === undefined
      ? readEnvironment(session, credentialsEnv ?? '')
      : await readNamedFile(session, credentialsFile, { what: 'client credentials' });
  const text = new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
  const colon = text.indexOf(':');
  if (colon <= 0 || /[\r\n]/.test(text))
    return fail('credentials-unreadable', `${name} does not hold client_id:client_secret in one line.`);
  const pair = [text.slice(0, colon), text.slice(colon + 1)].map(formEncoded).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
