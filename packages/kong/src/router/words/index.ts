export { routeDocument } from './document.ts';
export { routeReport } from './report.ts';
