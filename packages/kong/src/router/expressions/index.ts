export { type ParsedExpression, parseExpression, type Term } from './parse.ts';
