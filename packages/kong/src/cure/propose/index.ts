import type { Candidate } from '../model.ts';
import type { Sight } from '../sight.ts';
import type { Situation } from '../situation.ts';
import { membersOf } from '../surgery/index.ts';
import { oneHeaderLine, useHttps } from './before.ts';
import { checkedTimes, checkTimes, shorterLife } from './claims.ts';
import { dropAnonymous, endAnonymous, judgePreflight, missingAnonymous } from './consumers.ts';
import { createCredential, spellKey } from './credential.ts';
import { anotherToken, undecodable, unlistedAlgorithm } from './decoding.ts';
import { issueClaim, nullName, otherClaim } from './identifier.ts';
import {
  fitAlgorithm,
  giveKey,
  keyThatSigned,
  readableKey,
  recodeSecret,
  toggleBase64,
  trimSecret,
  upgradeForKeys,
} from './key.ts';
import { pluginCures } from './plugins.ts';
import { noToken, nullList, valuelessArgument } from './retrieval.ts';
import { nearestRoutes } from './route.ts';
import { severalTokens } from './several.ts';
import { keyOfOther, rawSignature, smallerPssKey } from './signature.ts';

type Propose<S> = (sight: S) => Candidate[];

/** What may cure a refusal at a step of the jwt plugin, the most likely first. */
const OF_STEP: Readonly<Record<string, readonly Propose<Sight>[]>> = {
  J09: [nullList],
  J10: [noToken],
  J11: [severalTokens],
  J12: [valuelessArgument],
  J20: [undecodable],
  J21: [anotherToken],
  J22: [unlistedAlgorithm],
  J23: [anotherToken],
  J24: [undecodable],
  J30: [anotherToken],
  J31: [nullName, otherClaim, issueClaim, notAnObject],
  J32: [otherClaim, issueClaim],
  J33: [otherClaim, issueClaim, notAnObject],
  J34: [otherClaim, issueClaim],
  J36: [spellKey, otherClaim, createCredential],
  J40: [fitAlgorithm],
  J41: [recodeSecret, toggleBase64],
  J42: [giveKey],
  J43: [toggleBase64, upgradeForKeys],
  J50: [readableKey, keyThatSigned],
  J51: [rawSignature],
  J52: [smallerPssKey],
  J53: [toggleBase64, recodeSecret, trimSecret, keyOfOther, keyThatSigned],
  J60: [checkedTimes],
  J61: [shorterLife],
  A2: [missingAnonymous],
};

/** A payload that is a text or an array has claims in a manner of speaking only. */
function notAnObject(sight: Sight): Candidate[] {
  const claims = sight.token === undefined ? undefined : membersOf(sight.token, 'claims');
  return claims === undefined ? anotherToken(sight) : [];
}

/** Before any plugin ran. */
const OF_GATEWAY: Readonly<Record<string, readonly Propose<Situation>[]>> = {
  P1: [oneHeaderLine],
  P3: [nearestRoutes],
  P4: [useHttps],
};

const OF_SURPRISE: Readonly<Record<string, readonly Propose<Sight>[]>> = {
  'kong-jwt-expired-but-accepted': [(sight) => checkTimes(sight, 'exp')],
  'kong-jwt-not-yet-valid-but-accepted': [(sight) => checkTimes(sight, 'nbf')],
  'kong-jwt-anonymous-accepts': [dropAnonymous, endAnonymous],
  'kong-jwt-preflight-unchecked': [judgePreflight],
};

/** Changes worth a trial; `sight` is undefined where no jwt plugin judged. */
export function proposeCures(situation: Situation, sight: Sight | undefined): Candidate[] {
  const { failed, surprises, outcome } = situation.judgement;
  const step = failed?.step ?? '';
  if (outcome === 'answered') {
    const ofGateway = (OF_GATEWAY[step] ?? []).flatMap((propose) => propose(situation));
    const ofPlugins = pluginCures(situation);
    return sight === undefined
      ? [...ofGateway, ...ofPlugins]
      : [...ofGateway, ...ofPlugins, ...(OF_STEP[step] ?? []).flatMap((propose) => propose(sight))];
  }
  if (outcome !== 'proxied' || sight === undefined) return [];
  return surprises.flatMap(({ id }) => (OF_SURPRISE[id] ?? []).flatMap((propose) => propose(sight)));
}
