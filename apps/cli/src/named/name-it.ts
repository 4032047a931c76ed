import type { PasteKind } from '@why401/core/input';
import { code, dim, type Line, line, type Report } from '@why401/core/report';
import { exitCodes } from '../exit-codes.ts';
import type { Pasted } from '../input/paste.ts';
import type { Answer } from '../session.ts';
import { factsOfConfig } from './config.ts';
import { factsOfKeys } from './keys.ts';
import type { Facts } from './model.ts';

const names: Readonly<Partial<Record<PasteKind, string>>> = {
  'kong-config': 'A Kong configuration',
  jwks: 'A JWK set',
  'public-key': 'A public key',
  certificate: 'A certificate',
  metadata: "An OpenID provider's metadata",
  response: 'An HTTP answer',
};

/** Says what this is, what is seen in it, and which command takes it further. */
export function nameIt(pasted: Pasted): Answer {
  const { kind } = pasted.paste;
  const name = names[kind] ?? 'Something';
  const { facts, next } = factsOf(pasted);
  return {
    exit: exitCodes.fine,
    report: () => reportOf(name, pasted.source.name, facts, next),
    json: () => ({ kind, name: pasted.source.name, facts, next }),
  };
}

function factsOf(pasted: Pasted): Facts {
  const { paste, source } = pasted;
  const file = source.from === 'file' ? source.name : 'FILE';
  switch (paste.kind) {
    case 'kong-config':
      return factsOfConfig(paste.text, file);
    case 'response':
      return {
        facts: paste.responses.map(({ status, reason }) => `${status} ${reason}`.trim()),
        next: [`why401 explain --config kong.yaml --request req.txt --reply ${file}`],
      };
    case 'metadata':
      return factsOfMetadata(paste.text);
    default:
      return factsOfKeys(source.bytes, file);
  }
}

function factsOfMetadata(text: string): Facts {
  const { issuer, jwks_uri: keys } = JSON.parse(text) as { issuer?: unknown; jwks_uri?: unknown };
  const told = Object.entries({ issuer, jwks_uri: keys }).filter(([, value]) => typeof value === 'string');
  return {
    facts: told.map(([name, value]) => `${name}: ${value}`),
    next: typeof issuer === 'string' ? [`why401 diff ${issuer} ISS_OF_THE_TOKEN`] : [],
  };
}

function reportOf(title: string, source: string, facts: readonly string[], next: readonly string[]): Report {
  const lines: Line[] = [line`${title} ${dim(`(${source})`)}`, ...facts.map((fact) => line`${fact}`)];
  return {
    title,
    sections: [
      { id: 'what', title: '', blocks: [{ kind: 'text', lines }] },
      { id: 'next', title: 'Next', blocks: [{ kind: 'text', lines: next.map((command) => line`${code(command)}`) }] },
    ],
  };
}
