import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const schema: Json = JSON.parse(readFileSync(new URL('report.schema.json', import.meta.url), 'utf8'));

/**
 * For tests: what is wrong with a document, or with one of its parts (`definition`, a name in
 * `$defs`). Readers must take members that they do not know; tests do not, so that nothing is
 * printed that the schema does not describe.
 */
export function schemaErrors(document: unknown, definition?: string): readonly string[] {
  const validate = validatorOf(definition);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const ajv = new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true });
ajv.addSchema(closed(schema) as object, 'report');

function validatorOf(definition: string | undefined) {
  const reference = definition === undefined ? 'report' : `report#/$defs/${definition}`;
  const validate = ajv.getSchema(reference);
  if (!validate) throw new Error(`no such definition: ${definition}`);
  return validate;
}

/** The same schema with every described object closed. */
export function closed(part: Json): Json {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  const isOpen = members['type'] === 'object' && 'properties' in members && !('additionalProperties' in members);
  return isOpen ? { ...members, additionalProperties: false } : members;
}
