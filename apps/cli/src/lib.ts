/**
 * why401 as a library: pure functions over texts, and the Crypto port of this runtime.
 *
 * @example
 * const ports = { crypto: createCrypto(), clock: fixedClock(Date.now()) };
 * const [request] = readPaste('curl https://api.example/orders -H "Authorization: Bearer eyJ…"').requests;
 * const explained = explain([{ name: 'kong.yaml', text }], wireOfPaste(request), { zone: 'UTC' }, ports);
 */
export * from '@why401/core';
export * from '@why401/core/input';
export { type Key, type KeyReading, readKeys } from '@why401/core/keys';
export { readToken, type Token } from '@why401/core/parse';
export { type Report, type TextOptions, toHtml, toMarkdown, toText } from '@why401/core/report';
export {
  judgeToken,
  type TokenJudgement,
  type TokenRequest,
  verifyDocument,
  verifyReport,
} from '@why401/core/verdict';
export * from '@why401/kong';
export { type ConfigFile, type Loaded, type LoadOptions, loadGateway } from '@why401/kong/config';
export { type Explanation, reportOf, type Telling } from '@why401/kong/explanation';
export { wireOfPaste } from '@why401/kong/wire';
export { createCrypto, fixedClock, systemClock } from '@why401/node';
