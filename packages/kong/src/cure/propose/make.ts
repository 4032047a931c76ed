import type { Candidate, ConfigChange, CureId, Trial, WeakensId, Who } from '../model.ts';

interface About {
  readonly id: CureId;
  readonly fix: string;
  readonly who: Who;
  readonly weakens?: WeakensId;
  readonly placeholders?: readonly string[];
}

const FULL: Trial = { assume: [], standIns: [] };

const made = (about: About): Pick<Candidate, 'id' | 'fix' | 'who' | 'weakens' | 'placeholders'> => ({
  id: about.id,
  fix: about.fix,
  who: about.who,
  weakens: about.weakens ?? null,
  placeholders: about.placeholders ?? [],
});

/** A change of the configuration; none where an entity of it stands in no file. */
export function configCandidate(
  about: Omit<About, 'who'>,
  change: ConfigChange | undefined,
  trial: Partial<Trial> = {},
): Candidate[] {
  return change === undefined ? [] : [{ ...made({ ...about, who: 'gateway' }), change, trial: { ...FULL, ...trial } }];
}

export function candidate(about: About, change: Candidate['change'], trial: Partial<Trial>): Candidate[] {
  return [{ ...made(about), change, trial: { ...FULL, ...trial } }];
}
