import { notApplicable, notSeen, type Step } from '../model.ts';
import { ownHandshake, speaksTls } from '../spoken.ts';

/** Whether the answer depends on the name in TLS: then preserve_host and host decide about success. */
export const serverName: Step = (facts) => {
  if (!speaksTls(facts.target)) return notApplicable('No TLS, no name in it.');
  const own = ownHandshake(facts);
  const others = facts.handshakes.filter(({ kind }) => kind === 'no-name' || kind === 'foreign-name');
  if (own?.version === undefined || others.length === 0) return notSeen('No handshake to compare with.');
  const [leaf] = own.chain;
  const evidence = others.map(({ kind, failure, chain }) => {
    const how = kind === 'no-name' ? 'Without a name' : 'With a foreign name';
    if (failure !== undefined) return `${how}: ${failure}`;
    return `${how}: ${chain[0]?.fingerprint === leaf?.fingerprint ? 'the same certificate' : `another certificate (${chain[0]?.subject})`}`;
  });
  return { outcome: 'pass', evidence: [`With ${own.servername ?? 'no name'}: taken`, ...evidence] };
};
