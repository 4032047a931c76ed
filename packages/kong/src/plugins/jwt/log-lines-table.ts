import type { KongVersion } from '../../versions/index.ts';

/** A place in the plugin's source that throws; of the rows that differ by algorithm, with it. */
export type LogRow =
  | 'uri_param_names'
  | 'cookie_names'
  | 'header_names'
  | 'undotted'
  | 'header'
  | 'claims'
  | 'key_claim_name'
  | 'cache_key'
  | 'node_cache'
  | 'node_cache_anonymous'
  | 'base64_input'
  | 'zero_half'
  | 'exp'
  | 'anonymous'
  | `key ${string}`
  | `length ${string}`;

export interface LogLines {
  /** `init.lua:<n>` of the core, which logs the error. */
  readonly core: number;
  /** Line of `kong/db/dao/init.lua` that the node cache's error names. */
  readonly dao: number;
  readonly lines: Readonly<Partial<Record<LogRow, string>>>;
}

/** Lines in the files of `kong/plugins/jwt`, recorded or read in the tags 2.8.5, 3.4.2 and 3.9.1. */
export const LOG_LINES: Readonly<Partial<Record<KongVersion, LogLines>>> = {
  '2.8': {
    core: 297,
    dao: 735,
    lines: {
      uri_param_names: 'handler.lua:29',
      cookie_names: 'handler.lua:36',
      header_names: 'handler.lua:44',
      header: 'jwt_parser.lua:206',
      claims: 'handler.lua:153',
      key_claim_name: 'handler.lua:155',
      cache_key: 'handler.lua:161',
      node_cache: 'handler.lua:244',
      node_cache_anonymous: 'handler.lua:244',
      base64_input: 'jwt_parser.lua:149',
      zero_half: 'asn_sequence.lua:119',
      exp: 'jwt_parser.lua:398',
      anonymous: 'handler.lua:80',
      'key RS256': 'jwt_parser.lua:90',
      'key RS384': 'jwt_parser.lua:97',
      'key RS512': 'jwt_parser.lua:104',
      'key ES256': 'jwt_parser.lua:111',
      'key ES384': 'jwt_parser.lua:130',
      'length ES256': 'jwt_parser.lua:112',
      'length ES384': 'jwt_parser.lua:123',
    },
  },
  '3.4': {
    core: 363,
    dao: 742,
    lines: {
      uri_param_names: 'handler.lua:31',
      cookie_names: 'handler.lua:48',
      header_names: 'handler.lua:56',
      header: 'jwt_parser.lua:196',
      claims: 'handler.lua:176',
      key_claim_name: 'handler.lua:178',
      cache_key: 'handler.lua:184',
      node_cache: 'handler.lua:267',
      node_cache_anonymous: 'handler.lua:267',
      base64_input: 'jwt_parser.lua:139',
      exp: 'jwt_parser.lua:388',
      anonymous: 'handler.lua:111',
      'key RS256': 'jwt_parser.lua:79',
      'key RS384': 'jwt_parser.lua:86',
      'key RS512': 'jwt_parser.lua:93',
      'key ES256': 'jwt_parser.lua:101',
      'key ES384': 'jwt_parser.lua:120',
      'length ES256': 'jwt_parser.lua:107',
      'length ES384': 'jwt_parser.lua:119',
    },
  },
  '3.9': {
    core: 406,
    dao: 759,
    lines: {
      uri_param_names: 'handler.lua:31',
      cookie_names: 'handler.lua:48',
      header_names: 'handler.lua:56',
      header: 'jwt_parser.lua:268',
      claims: 'handler.lua:182',
      key_claim_name: 'handler.lua:184',
      cache_key: 'handler.lua:190',
      node_cache: 'handler.lua:299',
      node_cache_anonymous: 'handler.lua:289',
      base64_input: 'jwt_parser.lua:211',
      exp: 'jwt_parser.lua:460',
      anonymous: 'handler.lua:111',
      'key RS256': 'jwt_parser.lua:117',
      'key RS384': 'jwt_parser.lua:122',
      'key RS512': 'jwt_parser.lua:127',
      'key ES256': 'jwt_parser.lua:133',
      'key ES384': 'jwt_parser.lua:151',
      'key ES512': 'jwt_parser.lua:165',
      'key PS256': 'jwt_parser.lua:172',
      'key PS384': 'jwt_parser.lua:178',
      'key PS512': 'jwt_parser.lua:184',
      'key EdDSA': 'jwt_parser.lua:192',
      'length ES256': 'jwt_parser.lua:139',
      'length ES384': 'jwt_parser.lua:152',
      'length ES512': 'jwt_parser.lua:166',
      'length PS256': 'jwt_parser.lua:173',
      'length PS384': 'jwt_parser.lua:179',
      'length PS512': 'jwt_parser.lua:185',
    },
  },
};
