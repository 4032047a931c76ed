/** Room `lint`: what Kong's loader refuses of a configuration, and what it takes that its owner would not want. */
export { type BatchAnswer, lintBatch } from './batch.ts';
export { type Linted, type LintForm, type Linting, type LintOptions, lint, type Smell } from './lint.ts';
export { lintDocument } from './words/document.ts';
export { lintReport } from './words/report.ts';
export { severityOf } from './words/smell.ts';
