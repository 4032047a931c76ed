export { readHar } from './har.ts';
export { type Header, headerValue, readHeaderBlock } from './message.ts';
export { percentDecode, queryOf, type RawPair, splitPairs, splitUrl } from './raw-url.ts';
export { readRawRequest, requestOfHeaders } from './request.ts';
export { readRawResponses } from './response.ts';
export { readVerbose } from './verbose.ts';
