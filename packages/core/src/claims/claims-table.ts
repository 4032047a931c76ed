import type { ValueKind } from './model.ts';

/** name, title, kind of value, meaning; grouped by the document that defines them (IANA "JSON Web Token Claims"). */
export type Row = readonly [name: string, title: string, value: ValueKind, meaning: string];

export const CLAIM_ROWS: readonly (readonly [ref: string, rows: readonly Row[]])[] = [
  [
    'RFC 7519 §4.1',
    [
      ['iss', 'Issuer', 'string-or-uri', 'Who issued the token. Compared character by character.'],
      ['sub', 'Subject', 'string-or-uri', 'Whom the token is about: a user, or the client itself.'],
      ['aud', 'Audience', 'audience', 'For whom the token is meant. Whoever is not named must refuse it.'],
      ['exp', 'Expires', 'numeric-date', 'From this time on the token must be refused.'],
      ['nbf', 'Not before', 'numeric-date', 'Before this time the token must be refused.'],
      ['iat', 'Issued at', 'numeric-date', 'When the token was issued. Says how old it is, not whether it is valid.'],
      ['jti', 'Token id', 'string', 'A name that no other token has, to recognise a token used twice.'],
    ],
  ],
  [
    'OpenID Connect Core 1.0 §2',
    [
      ['auth_time', 'Logged in at', 'numeric-date', 'When the user logged in.'],
      ['nonce', 'Nonce', 'string', 'Repeats what the client sent, so that an ID token cannot be replayed.'],
      ['acr', 'Authentication class', 'string', 'How strong the login was, by a scale of the provider.'],
      ['amr', 'Authentication methods', 'list', 'How the user logged in: pwd, otp, mfa, … (RFC 8176).'],
      ['azp', 'Authorized party', 'string', 'The client to which the token was given.'],
      [
        'at_hash',
        'Access token hash',
        'digest',
        'Left half of a digest of the access token that came with this ID token.',
      ],
      ['c_hash', 'Code hash', 'digest', 'Left half of a digest of the authorization code that came with it.'],
      ['sub_jwk', 'Subject key', 'object', 'Public key of a self-issued identity.'],
    ],
  ],
  [
    'OpenID Connect Core 1.0 §5.1',
    [
      ['name', 'Name', 'string', 'Full name for display.'],
      ['given_name', 'Given name', 'string', 'Given names.'],
      ['family_name', 'Family name', 'string', 'Family names.'],
      ['middle_name', 'Middle name', 'string', 'Middle names.'],
      ['nickname', 'Nickname', 'string', 'Casual name.'],
      [
        'preferred_username',
        'User name',
        'string',
        'What the user likes to be called; may change and belong to another later.',
      ],
      ['profile', 'Profile page', 'string', 'Address of a profile page.'],
      ['picture', 'Picture', 'string', 'Address of a picture.'],
      ['website', 'Website', 'string', 'Address of a website.'],
      ['email', 'E-mail', 'string', 'Preferred e-mail address; no key to identify a user by.'],
      [
        'email_verified',
        'E-mail verified',
        'boolean',
        'Whether the provider made sure that the address is the user’s.',
      ],
      ['gender', 'Gender', 'string', 'Gender.'],
      ['birthdate', 'Birthday', 'string', 'Date of birth, YYYY-MM-DD.'],
      ['zoneinfo', 'Time zone', 'string', 'Time zone of the user.'],
      ['locale', 'Locale', 'string', 'Language of the user.'],
      ['phone_number', 'Phone number', 'string', 'Preferred phone number.'],
      ['phone_number_verified', 'Phone verified', 'boolean', 'Whether the provider made sure of the number.'],
      ['address', 'Address', 'object', 'Postal address.'],
      ['updated_at', 'Updated at', 'numeric-date', 'When the user’s data were last changed.'],
    ],
  ],
  [
    'RFC 9068 §2.2',
    [
      ['client_id', 'Client', 'string', 'The client that asked for the token (RFC 8693 §4.3).'],
      ['scope', 'Scope', 'string', 'What the token allows, as words with blanks between them (RFC 8693 §4.2).'],
      ['roles', 'Roles', 'list', 'Roles of the subject (RFC 7643 §4.1.2).'],
      ['groups', 'Groups', 'list', 'Groups of the subject (RFC 7643 §4.1.2).'],
      ['entitlements', 'Entitlements', 'list', 'Entitlements of the subject (RFC 7643 §4.1.2).'],
    ],
  ],
  [
    'RFC 8693 §4',
    [
      ['act', 'Actor', 'object', 'Who acts for the subject.'],
      ['may_act', 'May act', 'object', 'Who may act for the subject.'],
    ],
  ],
  ['RFC 7800 §3.1', [['cnf', 'Confirmation', 'object', 'A key that whoever uses the token must prove to have.']]],
  [
    'RFC 9449 §4.2',
    [
      ['htm', 'HTTP method', 'string', 'Method of the request that this DPoP proof belongs to.'],
      ['htu', 'HTTP URI', 'string', 'Address of the request that this DPoP proof belongs to.'],
      ['ath', 'Access token hash', 'digest', 'Digest of the access token that this DPoP proof goes with.'],
    ],
  ],
  [
    'OpenID Connect Back-Channel Logout 1.0 §2.4',
    [
      ['sid', 'Session', 'string', 'The session at the provider.'],
      ['events', 'Events', 'object', 'What happened; makes this a security event or logout token (RFC 8417 §2.2).'],
    ],
  ],
  [
    'RFC 8417 §2.2',
    [
      ['toe', 'Time of event', 'numeric-date', 'When the event happened.'],
      ['txn', 'Transaction', 'string', 'Ties events of one transaction together.'],
    ],
  ],
  ['RFC 9701 §5', [['token_introspection', 'Introspection', 'object', 'Answer of an introspection endpoint, signed.']]],
  ['RFC 9396 §9.1', [['authorization_details', 'Authorization details', 'list', 'What the token allows, in detail.']]],
  [
    'RFC 8485 §3.1',
    [
      ['vot', 'Vector of trust', 'string', 'How far the identity can be trusted.'],
      ['vtm', 'Trustmark', 'string', 'Address that explains the vector of trust.'],
    ],
  ],
  [
    'OpenID Federation 1.0 §3',
    [
      ['jwks', 'Keys', 'object', 'Public keys of the subject.'],
      ['metadata', 'Metadata', 'object', 'Metadata of the subject by its role.'],
      ['authority_hints', 'Superiors', 'list', 'Who can vouch for the subject.'],
      ['trust_marks', 'Trust marks', 'list', 'Signed statements that the subject meets a standard.'],
    ],
  ],
];

/** Private claims that operators meet all the time. */
export const PROVIDER_ROWS: readonly (readonly [ref: string, rows: readonly Row[]])[] = [
  [
    'Keycloak',
    [
      ['typ', 'Kind', 'string', 'Keycloak’s kind of token: Bearer, ID, Refresh, Offline, Logout.'],
      ['realm_access', 'Realm roles', 'object', 'Roles in the realm.'],
      ['resource_access', 'Client roles', 'object', 'Roles by client.'],
      ['allowed-origins', 'Allowed origins', 'list', 'Origins that may call from a browser.'],
      ['session_state', 'Session', 'string', 'The session at Keycloak.'],
    ],
  ],
  [
    'Microsoft Entra',
    [
      ['tid', 'Tenant', 'string', 'The tenant of the user.'],
      ['oid', 'Object id', 'string', 'The user in the tenant; the same for every application.'],
      ['upn', 'User principal name', 'string', 'Login name; may change.'],
      ['ver', 'Version', 'string', 'Version of the token format; 1.0 and 2.0 have different issuers.'],
      ['appid', 'Application', 'string', 'The client (version 1.0).'],
      ['scp', 'Scope', 'string', 'Delegated permissions, as words with blanks between them.'],
      ['idp', 'Identity provider', 'string', 'Who authenticated the user.'],
      ['wids', 'Directory roles', 'list', 'Tenant-wide roles.'],
    ],
  ],
  [
    'Okta',
    [
      ['cid', 'Client', 'string', 'The client.'],
      ['uid', 'User', 'string', 'The user.'],
    ],
  ],
  [
    'Auth0',
    [
      ['gty', 'Grant', 'string', 'How the token was obtained.'],
      ['permissions', 'Permissions', 'list', 'What the token allows.'],
      ['org_id', 'Organization', 'string', 'The organization in which the user logged in.'],
    ],
  ],
  [
    'Amazon Cognito',
    [
      ['token_use', 'Kind', 'string', 'access or id.'],
      ['cognito:groups', 'Groups', 'list', 'Groups in the user pool.'],
      ['cognito:username', 'User name', 'string', 'User name in the user pool.'],
      ['event_id', 'Event', 'string', 'The login that the token comes from.'],
      ['origin_jti', 'Origin', 'string', 'Ties tokens to the refresh token that revokes them together.'],
    ],
  ],
];
