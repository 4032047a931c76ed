/**
 * What changed on the wire, and in which release. A switch is true where the newer behaviour holds.
 * Everything else is the same code for every version.
 */
export interface SwitchRow {
  /** First release with the newer behaviour. */
  readonly since: string;
  /** The open-source master has it although its number is lower. */
  readonly head?: true;
  /** Releases of the Enterprise edition (four numbers) that have it earlier, ends included. */
  readonly enterprise?: readonly (readonly [from: string, to: string])[];
  /** Commit, pull request or changelog that brought it. */
  readonly source: string;
}

const ENTERPRISE_REQUEST_ID = [
  ['2.8.4.5', '2.8.999.0'],
  ['3.4.3.1', '3.4.999.0'],
] as const;

/** Enterprise releases whose rewritten token splitter fails on text without dots (Kong/kong#14827). */
const FAULTY_SPLITTER = [
  ['3.11.0.0', '3.11.0.8'],
  ['3.12.0.0', '3.12.0.4'],
  ['3.13.0.0', '3.13.0.3'],
  ['3.14.0.0', '3.14.0.1'],
] as const;

const NEVER = '9999.0';

const TABLE = {
  /** A path is a regex when it starts with `~`; before, when it holds a byte outside `[a-zA-Z0-9._~/%-]`. */
  tildeMarksRegex: { since: '3.0', source: 'CHANGELOG 3.0.0' },
  /** A Route of the compatible router with paths of several kinds has a matcher, and a rank, for each. */
  compatSplitsPaths: { since: '3.3', source: 'kong/router/compat.lua@3.3.0' },
  /** Those parts are numbered 1, 2, …, and a Route of one kind keeps its id; before, the kind itself was the number. */
  compatNumbersParts: { since: '3.8', source: 'kong/router/compat.lua@3.8.0' },
  /** Addresses and ports of the connection on http Routes; before, asking for them was an error at each request. */
  routerReadsAddresses: { since: '3.6', source: 'kong/router/fields.lua@3.6.0' },
  /** A Host without a port has that of the listener; before, none. */
  routerSeesListenerPort: { since: '3.6', source: 'recorded 3.4.2 and 3.9.1' },
  /** The expressions router compares header values in their case; before, in lower case. */
  headersKeepCase: { since: '3.6', source: 'CHANGELOG 3.6.0' },
  /** The traditional router of a DB-less node is handed its Routes by ascending id; before, in the order of a Lua table. */
  routesInOrderOfId: { since: '3.9', source: 'recorded 2.8.5, 3.4.2 and 3.9.1' },
  /** `X-Credential-Username` of the client is no longer removed. */
  keepsCredentialUsername: { since: '3.0', source: '0291c3c590' },
  /** Notice lines where headers or arguments beyond the 100th are not read. */
  noticesTruncation: { since: '3.3', source: 'lua_max_req_headers, kong/globalpatches.lua@3.3.0' },
  /** nginx-level 405 has a text of its own. */
  namesMethodNotAllowed: { since: '3.1', source: 'kong/error_handlers.lua@3.1.0' },
  /** Tokens are collected from all places, equal ones once; before, the first place that has one wins. */
  readsAllPlaces: { since: '3.2', source: 'Kong/kong#9946' },
  /** 500, 404, 426, 503 of the core follow `Accept`; before, compact JSON. */
  errorsFollowAccept: { since: '3.3', source: 'Kong/kong#10366' },
  /** `Accept` of nginx-level errors is read with q-values; before, one media type up to the first `;`. */
  weighsAccept: { since: '3.3', source: 'kong/error_handlers.lua@3.3.0' },
  /** Raw ECDSA signatures are converted by lua-resty-openssl; before, by the plugin, which fails on a zero half. */
  libraryConvertsEcdsa: { since: '3.3', source: 'be622efcfb' },
  /** `error_template_*` of kong.conf. */
  ownTemplates: { since: '3.3', source: 'kong/conf_loader/init.lua@3.3.0' },
  /** More than 1000 header lines are too many. */
  limitsHeaderLines: {
    since: '3.9.3',
    head: true,
    enterprise: [['3.4.3.28', '3.4.999.0']],
    source: 'build/openresty/patches/nginx-1.25.3_17-CVE-2026-49975.patch@3.9.3',
  },
  /** HTML errors are headed `Error`; before, `Kong Error`. */
  plainErrorTitle: { since: '3.4', source: 'kong/tools/utils.lua@3.4.0' },
  /** OpenSSL 3 instead of 1.1.1: an SPKI body under `RSA PUBLIC KEY` loads. */
  opensslThree: { since: '3.4', source: '.requirements@3.4.0' },
  /** `request_id` in error bodies. */
  requestId: { since: '3.5', enterprise: ENTERPRISE_REQUEST_ID, source: 'Kong/kong#11663' },
  /** Tokens and secrets in base64url only; before, the standard alphabet as well. */
  strictBase64url: { since: '3.5', source: 'Kong/kong#11569' },
  /** `Kong-Debug` counts only among the first 100 header lines. */
  debugHeaderLimited: { since: '3.5', source: 'recorded 3.4.2 and 3.9.1' },
  /** Too large headers say so; before, `Bad request`. */
  namesTooLarge: { since: '3.6', source: 'kong/error_handlers.lua@3.6.0' },
  /** ES512, PS256, PS384, PS512 and EdDSA. */
  modernAlgorithms: { since: '3.7', source: 'Kong/kong#12638' },
  /** ES384 checks that its key was loaded before it looks at the signature. */
  es384ChecksKey: { since: '3.7', source: 'f89cbb7435' },
  /** Text after a NUL byte makes JSON invalid; before, it was ignored. */
  refusesTextAfterNul: { since: '3.7', source: '284bf47a8f' },
  /** basic-auth: `WWW-Authenticate` on every 401, with `config.realm`. */
  basicAuthChallenges: { since: '3.6', source: 'kong/plugins/basic-auth/access.lua@3.6.0, recorded' },
  /** basic-auth, key-auth and ldap-auth say `Unauthorized` of what is wrong; before, `Invalid authentication credentials`. */
  plainUnauthorized: { since: '3.6', source: 'kong/plugins/{basic,key,ldap}-auth@3.6.0, recorded' },
  /** ldap-auth refuses what is no base64; before, an uncaught error. */
  ldapRefusesBadBase64: { since: '3.5', source: 'kong/plugins/ldap-auth/access.lua@3.5.0' },
  /** key-auth: `WWW-Authenticate` on every 401, with `config.realm`; before, on the response as soon as no key was found. */
  keyAuthChallenges: { since: '3.7', source: 'kong/plugins/key-auth/handler.lua@3.7.0, recorded' },
  /** Removing one query argument leaves the order of the others; before, all were sorted. */
  removesOneArgument: { since: '3.9', source: 'kong/plugins/key-auth/handler.lua@3.9.0' },
  /** One header is looked up as an nginx variable; before, in the table of all. */
  readsHeaderVariables: { since: '3.3', source: 'kong/pdk/request.lua@3.3.0' },
  /** request-transformer renames headers to lower case; before, to the name as written. */
  renamesInLowerCase: { since: '3.1', source: 'kong/plugins/request-transformer/access.lua@3.1.0' },
  /** request-transformer leaves alone what is renamed to its own name; before, it was gone. */
  renamesOnlyOthers: { since: '3.8', source: 'Kong/kong#13358' },
  /** A variable of a header that a plugin changed is read anew. */
  refreshesHeaderVariables: { since: '3.9.1', source: 'CHANGELOG 3.9.1, recorded' },
  /** ip-restriction names the address, and logs. */
  namesRefusedAddress: { since: '3.4', source: 'kong/plugins/ip-restriction/handler.lua@3.4.0, recorded' },
  /** Rows of a consumer are read in the order of their ids; before, in one that differs by process. */
  groupsInOrderOfIds: { since: '3.9', source: 'kong/db/declarative/import.lua@3.9.0, recorded' },
  /** cors: `*` among several origins allows all. */
  corsStarAmongOthers: { since: '3.8', source: 'kong/plugins/cors/handler.lua@3.8.0' },
  /** hmac-auth no longer takes a signature over the path alone. */
  hmacWantsQuery: { since: '3.0', source: 'kong/plugins/hmac-auth/access.lua@3.0.0' },
  /** `WWW-Authenticate` on every 401 of jwt and hmac-auth. */
  wwwAuthenticate: { since: '3.8', source: 'Kong/kong#11792' },
  /** `secret_is_base64` is about secrets only, and HS* never falls back to `rsa_public_key`. */
  publicKeyAsWritten: { since: '3.9', source: 'Kong/kong#13717' },
  /** An `anonymous` that names nobody is said so. */
  namesMissingAnonymous: { since: '3.10', head: true, source: '35aa60546d' },
  /** `Bearer realm="R", error="invalid_token"` with its comma. */
  commaAfterRealm: { since: '3.11', head: true, source: 'Kong/kong#14437' },
  /** A token without dots is an uncaught error. */
  failsOnUndottedTokens: { since: NEVER, enterprise: FAULTY_SPLITTER, source: 'Kong/kong#14827' },
} as const satisfies Readonly<Record<string, SwitchRow>>;

export type SwitchName = keyof typeof TABLE;

export type Switches = Readonly<Record<SwitchName, boolean>>;

export const SWITCHES: Readonly<Record<SwitchName, SwitchRow>> = TABLE;
