import { decodeBytes } from '@why401/core/input';
import { member, readToken } from '@why401/core/parse';
import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import { named } from './names.ts';
import { fromCommandLine, readNamedFile } from './sources.ts';

/**
 * An issuer is compared as it was typed, so an argument is never taken for a file. From `@FILE` and
 * `-` one line end at the end is taken off: the editor's, not the issuer's. Of a token its `iss` is meant.
 * @throws Failure `not-an-issuer`, `no-issuer`, and what reading a file throws
 */
export async function readIssuer(session: Session, argument: string): Promise<string> {
  const fromFile = argument === '-' || argument.startsWith('@');
  const source = fromFile
    ? await readNamedFile(session, argument, { what: 'an issuer' })
    : await fromCommandLine(session, argument);
  const issuer = fromFile ? decodeBytes(source.bytes).replace(/\r?\n$/, '') : argument;
  if (/^\s*(Bearer\s+)?eyJ[\w-]+\.[\w-]+\./i.test(issuer)) return issuerOfToken(issuer.trim(), source.name);
  if (fromFile && /[\r\n]/.test(issuer))
    fail('not-an-issuer', `${named(source.name)} holds more than one line.`, 'Give a file with the issuer alone.');
  return issuer;
}

function issuerOfToken(text: string, name: string): string {
  const token = readToken(text);
  const issuer = 'claims' in token && token.claims !== undefined ? member(token.claims, 'iss') : undefined;
  return typeof issuer === 'string'
    ? issuer
    : fail('no-issuer', `${named(name)} holds a token without a readable iss.`, 'Give the issuer itself.');
}
