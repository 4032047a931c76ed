import { NodesBuilder } from '../nodes.ts';
import type { Document, DocumentsReading, Limits, Reading, Smell } from '../reading.ts';
import { Composer } from './compose.ts';
import { YamlFault } from './token.ts';

/** Everything that libyaml's reader does not let through, NUL among it. */
const FORBIDDEN = /[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\uffff\ud800-\udfff]|[\ufffe\uffff]/;

/** Reads a YAML text as Kong does: all documents must be faultless, the first one counts. */
export function readYaml(text: string, limits: Limits): Reading {
  try {
    const composer = composerOf(text, limits);
    const first = composer.document(true);
    if (!first) return { ok: true, value: undefined, nodes: new NodesBuilder().finish(), smells: [] };
    const smells: Smell[] = [...first.smells];
    for (let second = true; ; second = false) {
      const at = composer.offset;
      if (!composer.document(false)) break;
      if (second) smells.push({ code: 'yaml-several-documents', at, name: '' });
    }
    return { ok: true, value: first.value, nodes: first.nodes, smells };
  } catch (error) {
    if (error instanceof YamlFault) return { ok: false, fault: error };
    throw error;
  }
}

/** Reads every document of a text, as those who take several in one file do (Kubernetes). */
export function readYamlDocuments(text: string, limits: Limits): DocumentsReading {
  try {
    const composer = composerOf(text, limits);
    const documents: Document[] = [];
    for (let first = true; ; first = false) {
      const document = composer.document(first);
      if (!document) return { ok: true, documents };
      documents.push(document);
    }
  } catch (error) {
    if (error instanceof YamlFault) return { ok: false, fault: error };
    throw error;
  }
}

function composerOf(text: string, limits: Limits): Composer {
  const forbidden = text.search(FORBIDDEN);
  if (forbidden >= 0) throw new YamlFault('yaml-syntax', 'control characters are not allowed', forbidden);
  return new Composer(text, limits);
}
