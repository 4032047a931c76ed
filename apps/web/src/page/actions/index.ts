/** Room `actions`: everything a person can do on the page, and what follows by itself. */
export { keepAsking } from './asker.ts';
export { clear, clearWhenIdle } from './clear.ts';
export { reconnect } from './connection.ts';
export { type Context, clockOf } from './context.ts';
export { loadExamples, showExample } from './examples.ts';
export { takeFiles } from './files.ts';
export {
  hasLadder,
  isEvidence,
  keepBox,
  removeLog,
  setHopOf,
  setHops,
  setPatience,
} from './hops.ts';
export { askIssuer, firstUrl, issOf, issuerSource, lookAtIssuer, setIssuer } from './issuer.ts';
export { pictureWidth, type Slot, timelineTokens } from './questions.ts';
export { boxRequest, routeBox, setFind, setRequest, shownParts } from './routing.ts';
export { localZone, nextTheme, setGateway, setNow, setShortcuts, setTheme, setZone } from './settings.ts';
export { type ShareFormat, type ShareSlot, shareAs } from './share.ts';
export { choose, pasted, readAgain, setReplyAside, typed } from './text.ts';
