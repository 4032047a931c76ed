export { behindText } from './behind.ts';
export { routeDocument } from './document.ts';
export { routeReport } from './report.ts';
