import { expect, it } from 'vitest';
import { responseIssParameterMissing } from './response-iss-parameter-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['true', { members: { authorization_response_iss_parameter_supported: true } }, []],
  ['for FAPI', { profile: 'fapi2' }, ['error authorization_response_iss_parameter_supported']],
  ['not asked for otherwise', {}, []],
  ['no code flow', { members: { response_types_supported: ['id_token'] }, profile: 'fapi2' }, []],
])('%s', (_, made, found) => {
  expect(said(responseIssParameterMissing, made)).toEqual(found);
});
