/** What an address is for, by IANA's registries. */
export type { AddressClass } from './blocks-table.ts';
export { type AddressKind, classifyAddress } from './classify.ts';
