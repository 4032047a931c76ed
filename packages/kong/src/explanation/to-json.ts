import type { Place } from '@why401/core';
import type { Line } from '@why401/core/report';
import { asAdminApi, asDeck, asDiff, type Cure } from '../cure/index.ts';
import type { Check } from '../judgement/index.ts';
import { fromBytes } from '../wire/bytes.ts';
import type { Explanation, Next, Side, Telling } from './explanation.ts';
import { nextWords } from './report/next.ts';
import { notReached } from './report/path.ts';
import { plain } from './report/plain.ts';
import { pluginName } from './report/reply.ts';
import { causeWords } from './words/causes.ts';
import { cureSentence } from './words/cures.ts';
import { failedWords, passedWords } from './words/index.ts';
import { placeholderSentence, proofSentence, weakensSentence } from './words/proof.ts';
import { authorSentence, differenceSentence, meaningSentence } from './words/reply.ts';
import { surpriseWords } from './words/surprises.ts';
import { falseTrails } from './words/trails.ts';
import { whyWords } from './words/why.ts';

/** The same facts as the text, as data. */
export function toJson(explanation: Explanation, telling: Telling): object {
  const { judgement, comparison, frame, cures, causes, next, passedOn } = explanation;
  const [sentence, ...details] = whyWords(explanation, telling).map(plain);
  const named = (entity: { id: string; name: string | null } | null) =>
    entity === null ? null : { id: entity.id, name: entity.name === null ? null : fromBytes(entity.name) };
  return {
    schemaVersion: 1,
    command: 'explain',
    version: judgement.version,
    flavor: judgement.flavor,
    outcome: judgement.outcome,
    diagnosis: explanation.diagnosis,
    reply: replyOf(explanation),
    why: { id: explanation.diagnosis, text: sentence ?? '', details },
    found: comparison === null ? null : sideOf(comparison.found),
    wanted: comparison === null ? null : sideOf(comparison.wanted),
    differences: differencesOf(explanation),
    place: frame?.place ?? null,
    route: named(judgement.route),
    service: named(judgement.service),
    plugin: explanation.plugin === null ? null : { id: explanation.plugin.id, name: pluginName(explanation.plugin) },
    step: judgement.failed?.step ?? null,
    consumer: named(judgement.consumer === null ? null : { ...judgement.consumer, name: judgement.consumer.username }),
    anonymous: judgement.anonymous,
    passedOn,
    path: judgement.path.map((check) => checkOf(explanation, telling, check)),
    notReached: notReached(judgement.failed),
    cures: cures.map(cureOf),
    causes: causes.map(causeWords).map(({ id, text, consequences }) => ({
      id,
      text: plain(text),
      consequences: consequences.map(plain),
    })),
    next:
      next === null
        ? null
        : { ...nextOf(next), text: nextWords(next, cures.length > 0, telling.zone, explanation.now).map(plain) },
    not: falseTrails(judgement).map(({ id, text }) => ({ id, text: plain(text) })),
    surprises: judgement.surprises.map((finding) => ({
      id: finding.id,
      severity: finding.severity,
      text: surpriseWords(finding, { now: explanation.now, zone: telling.zone }).map(plain).join(' '),
      place: finding.place ?? null,
    })),
    because: judgement.because,
    random: judgement.random,
    log: judgement.log.map(fromBytes),
    real: realOf(explanation),
  };
}

function replyOf({ judgement: { reply } }: Explanation) {
  if (reply === null) return null;
  const headers = reply.headers.map(([name, value]) => [name, fromBytes(value)]);
  return { status: reply.status, reason: reply.reason, headers, body: fromBytes(reply.body) };
}

function sideOf({ source, name, value, place }: Side) {
  return { source, name, value, place };
}

function differencesOf({ comparison }: Explanation) {
  const compared = comparison?.difference ?? null;
  if (compared === null) return [];
  return compared.differences.map(({ kind, part, a, b }) => ({
    kind,
    part,
    found: { from: a.from, to: a.to, text: compared.a.slice(a.from, a.to) },
    wanted: { from: b.from, to: b.to, text: compared.b.slice(b.from, b.to) },
  }));
}

function checkOf({ judgement, request, now }: Explanation, { zone }: Telling, check: Check) {
  const telling = { judgement, check, request, now, zone };
  const words: Line | undefined = check.outcome === 'fail' ? failedWords(telling)[0] : passedWords(telling);
  const { step, name, outcome, found, wanted, basis } = check;
  return {
    step,
    name,
    outcome,
    ...(words === undefined ? {} : { text: plain(words) }),
    ...(found === undefined ? {} : { found }),
    ...(wanted === undefined ? {} : { wanted }),
    ...(check.place === undefined ? {} : { place: check.place satisfies Place }),
    ...(check.assumed === undefined ? {} : { assumed: check.assumed }),
    basis,
  };
}

function cureOf(cure: Cure) {
  const { id, fix, who, change, placeholders, proof, weakens } = cure;
  const weaker = weakensSentence(cure);
  const filling = placeholderSentence(cure);
  return {
    id,
    fix,
    who,
    text: plain(cureSentence(cure)),
    change,
    diff: asDiff(change),
    deck: asDeck(change) ?? null,
    adminApi: asAdminApi(change) ?? null,
    proof: { ...proof, text: plain(proofSentence(cure)) },
    weakens: weakens === null || weaker === undefined ? null : { id: weakens, text: plain(weaker) },
    placeholders,
    ...(filling === undefined ? {} : { fillIn: plain(filling) }),
  };
}

function nextOf(next: Next) {
  if (next.kind !== 'fails') return next;
  return { kind: next.kind, ending: next.ending, checks: next.checks.map(({ step, name }) => ({ step, name })) };
}

function realOf({ reply }: Explanation) {
  if (reply === null) return null;
  return {
    outcome: reply.outcome,
    author: { ...reply.author, text: plain(authorSentence(reply.author)) },
    differences: reply.differences.map((one) => ({ ...one, text: plain(differenceSentence(one)) })),
    meanings: reply.meanings.map((one) => ({ ...one, text: plain(meaningSentence(one)) })),
  };
}
