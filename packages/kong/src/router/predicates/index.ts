export { type Address, type Network, readAddress, readNetwork } from './addresses.ts';
export { evaluate, newTrail } from './evaluate.ts';
export { type Field, type FieldKind, fieldNamed } from './fields.ts';
export {
  type Doubt,
  type Expression,
  isDoubt,
  type NumberOperator,
  type TextOperator,
  type Trail,
  type Truth,
} from './model.ts';
