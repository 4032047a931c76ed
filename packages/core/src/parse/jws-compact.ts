import { decodeLenient } from '../encoding/index.ts';
import type { Problem } from '../facts/index.ts';
import type { JsonObject } from '../json/index.ts';
import { isCleanSegment } from './buffers.ts';
import { readHeader } from './header-memory.ts';
import type { JoseHeader, JwsToken, Part, Token } from './model.ts';
import { readJsonPart, readOctetPart } from './part.ts';
import { NO_PROBLEMS } from './problems.ts';
import { borrowClean, borrowOctets, cleanObject, cleanOctets, load } from './scratch.ts';

/** Reads what is inside a token; handed in, so that this file need not import the whole reader. */
export type ReadNested = (text: string) => Token | undefined;

/** The form is judged at once; what only some callers need is worked out when first asked for. */
export class CompactJws implements JwsToken {
  readonly kind = 'jws';
  readonly text: string;
  readonly header: JoseHeader | undefined;
  readonly claims: JsonObject | undefined;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Problem[];
  readonly plain: boolean;
  private readonly dot1: number;
  private readonly dot2: number;
  private readonly readNested: ReadNested;
  private octets: Uint8Array | undefined;
  private read: readonly Part[] | undefined;

  /** `dot1`, `dot2`: where the only two dots stand. */
  constructor(text: string, dot1: number, dot2: number, readNested: ReadNested) {
    this.text = text;
    this.dot1 = dot1;
    this.dot2 = dot2;
    this.readNested = readNested;
    const loaded = load(text);
    const head = readHeader(text, dot1, loaded);
    this.header = head.header;
    const claims = loaded ? cleanObject(dot1 + 1, dot2) : undefined;
    if (claims !== undefined && head.clean && isCleanSegment(dot2 + 1, text.length)) {
      this.claims = claims;
      this.plain = true;
      this.problems = NO_PROBLEMS;
      this.remarks = NO_PROBLEMS;
      this.octets = undefined;
      this.read = undefined;
      return;
    }
    const payload = readJsonPart('payload', text.slice(dot1 + 1, dot2), dot1 + 1);
    const signature = readOctetPart('signature', text.slice(dot2 + 1), dot2 + 1);
    const isNested = this.nestedIn(payload.part) !== undefined;
    this.claims = payload.object;
    this.plain = false;
    this.problems = [
      ...head.problems,
      ...payload.part.problems.filter((found) => !(isNested && found.code === 'not-json')),
      ...signature.problems,
    ];
    this.remarks = [...head.remarks, ...payload.remarks];
    this.octets = undefined;
    this.read = [readJsonPart('header', text.slice(0, dot1), 0).part, payload.part, signature];
  }

  get signingInput(): string {
    return this.text.slice(0, this.dot2);
  }

  get signatureText(): string {
    return this.text.slice(this.dot2 + 1);
  }

  get signature(): Uint8Array {
    this.octets ??=
      (load(this.text) ? cleanOctets(this.dot2 + 1, this.text.length) : undefined) ?? decodeLenient(this.signatureText);
    return this.octets;
  }

  get parts(): readonly Part[] {
    const { text, dot1, dot2 } = this;
    this.read ??= [
      readJsonPart('header', text.slice(0, dot1), 0).part,
      readJsonPart('payload', text.slice(dot1 + 1, dot2), dot1 + 1).part,
      readOctetPart('signature', text.slice(dot2 + 1), dot2 + 1),
    ];
    return this.read;
  }

  get nested(): Token | undefined {
    const [, payload] = this.claims === undefined ? this.parts : [];
    return payload === undefined ? undefined : this.nestedIn(payload);
  }

  private nestedIn(payload: Part): Token | undefined {
    return this.readNested(payload.decoded ?? '');
  }

  /** Octets of the signature without a copy where that is possible: good until the next segment is decoded. */
  borrowSignature(): Uint8Array {
    return (load(this.text) ? borrowClean(this.dot2 + 1, this.text.length) : undefined) ?? this.signature;
  }

  /** Octets of the signing input without a copy where that is possible: good until the next token is read. */
  borrowSigningOctets(): Uint8Array {
    return borrowOctets(this.text, this.dot2) ?? new TextEncoder().encode(this.signingInput);
  }
}
