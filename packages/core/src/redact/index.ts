export { KEPT_CLAIMS, personalValues } from './claims.ts';
export { HIDDEN, type Known, REDACTED } from './model.ts';
export { isShareFormat, type Shareable, type ShareFormat, share } from './share.ts';
export { redactJson } from './walk/json.ts';
export { redactReport } from './walk/report.ts';
export { redactText } from './walk/text.ts';
