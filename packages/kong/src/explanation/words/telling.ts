import { code, type Line, line } from '@why401/core/report';
import type { Check, Judgement } from '../../judgement/index.ts';
import { configOf, type StepData, type StepId } from '../../plugins/index.ts';
import type { WireRequest } from '../../wire/request.ts';

/** What words may look at besides the data of their own step. */
export interface Telling {
  readonly judgement: Judgement;
  readonly check: Check;
  readonly request: WireRequest;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA name of the zone in which times are shown. */
  readonly zone: string;
}

/** The words of one step. */
export interface StepWords<Id extends StepId> {
  /** The first line is one plain sentence that stands alone; the others are details. */
  failed(data: StepData[Id], telling: Telling): readonly Line[];
  /** The failure in few words, for the path; the sentence where absent. */
  brief?(data: StepData[Id], telling: Telling): Line;
  /** What a passed check found, for the path; absent where a pass says nothing. */
  passed?(data: StepData[Id], telling: Telling): Line;
}

export type WordsOf<Ids extends StepId> = { readonly [Id in Ids]: StepWords<Id> };

/** A person who set `anonymous` expects it to catch this as well. */
export function noRescue({ judgement: { plugin, reply } }: Telling): readonly Line[] {
  const set = plugin?.name === 'jwt' && configOf(plugin).anonymous !== null;
  return set && reply?.status === 500 ? [line`${code('anonymous')} does not rescue a 500.`] : [];
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const LONGEST = 120;

/** A text from outside, shortened where it would fill the screen. */
export function clipped(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
}
