export { type AtcDialect, expressionFault } from './fault.ts';
