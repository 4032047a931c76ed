/** What was refused, in the words of the file. */
export interface Refused {
  /** `consumers[0].jwt_secrets[1].algorithm` */
  readonly path: string;
  /** Last name on the path. */
  readonly field: string;
  /** Kong's own text. */
  readonly message: string;
}

/** How one kind of refusal is told. The first row that fits is taken. */
export interface RefusalWords {
  readonly code: string;
  /** Kong's text. */
  readonly when: RegExp;
  readonly at?: RegExp;
  readonly say: (refused: Refused, match: RegExpExecArray) => string;
  readonly hint: (refused: Refused, match: RegExpExecArray) => string;
}

export const REFUSAL_WORDS: readonly RefusalWords[] = [
  {
    code: 'loader-crash',
    when: /^An unexpected error occurred$/,
    say: () => 'Kong breaks down on this file: 500 "An unexpected error occurred"',
    hint: () => 'look for a reference to something that does not exist, or a url that is no text',
  },
  {
    code: 'format-version-missing',
    when: /^required field missing$/,
    at: /^_format_version$/,
    say: () => 'the file does not say which format it has',
    hint: () => 'begin it with _format_version: "3.0"',
  },
  {
    code: 'format-version-unknown',
    when: /^expected (?:one of: (.*)|a string)$/,
    at: /^_format_version$/,
    say: (_, [, known]) =>
      known === undefined
        ? '_format_version must be a text in quotes'
        : 'this version of Kong does not know this _format_version',
    hint: (_, [, known]) => (known === undefined ? 'write _format_version: "3.0"' : `write one of ${known}`),
  },
  {
    code: 'plugin-not-enabled',
    when: /^plugin '(.*)' not enabled/s,
    say: (_, [, name]) => `this Kong has no plugin named ${name}`,
    hint: () => "check the spelling; a plugin of one's own must be in the gateway's `plugins` setting",
  },
  {
    code: 'consumer-scoped-plugin',
    when: /^value must be null$/,
    at: /plugins\[\d+\]\.consumer$/,
    say: () => 'this plugin runs before Kong knows the consumer, so that it cannot belong to one',
    hint: () => 'put it on a route or service, and tell consumers apart with acl',
  },
  {
    code: 'field-not-allowed-here',
    when: /^value must be null$/,
    say: ({ path }) => `${path} must stay empty here`,
    hint: () => 'delete it',
  },
  {
    code: 'expiration-without-exp',
    when: /^expected to contain: exp$/,
    say: () => 'maximum_expiration is set, but exp is not among claims_to_verify',
    hint: () => 'add exp to claims_to_verify',
  },
  {
    code: 'key-missing',
    when: /^required field missing$/,
    at: /rsa_public_key$/,
    say: () => 'a credential with this algorithm needs the public key of whoever signs',
    hint: () => 'put its PEM into rsa_public_key, as a block of lines (|)',
  },
  {
    code: 'key-not-loadable',
    when: /^invalid key$/,
    say: () => 'OpenSSL loads no key from rsa_public_key',
    hint: () =>
      'it must be a PEM public key with its lines kept: no certificate, no key set, no literal \\n, nothing before -----BEGIN',
  },
  {
    code: 'name-doubled',
    when: /^uniqueness violation: '(.*)' entity with (.*) set to '(.*)' already declared$/s,
    say: (_, [, entity, key, value]) => `two ${entity} have the same ${key}: ${value}`,
    hint: (_, [, , key]) =>
      key === 'primary key'
        ? 'delete one, or give them ids of their own'
        : `give one of them another ${key}, or delete it`,
  },
  {
    code: 'reference-dangling',
    when: /^invalid reference '(.*?): (.*)' \(no such entry in '(.*)'\)$/s,
    say: (_, [, field, value, entity]) => `${field} names ${value}, which is not among the ${entity}`,
    hint: (_, [, , , entity]) => `correct the name, or add it to ${entity}`,
  },
  {
    code: 'field-unknown',
    when: /^unknown field$/,
    say: ({ path, field }) => `Kong knows no field ${field} (${path})`,
    hint: () => 'check the spelling and the version of Kong; otherwise delete it',
  },
  {
    code: 'field-missing',
    when: /^(?:required field missing|missing primary key)$/,
    say: ({ path }) => `${path} is missing`,
    hint: ({ field }) => `add ${field}`,
  },
  {
    code: 'type-wrong',
    when: /^expected (an? (?:string|number|integer|boolean|array|set|map|record))$/,
    say: ({ path }, [, type]) => `${path} must be ${type}`,
    hint: (_, [, type]) =>
      type === 'a string' ? 'put it in quotes: YAML reads 0123, 1e3, yes and no as something else' : `write ${type}`,
  },
  {
    code: 'value-not-allowed',
    when: /^expected one of: (.*)$/s,
    say: ({ path }) => `${path} has a value that Kong does not know`,
    hint: (_, [, known]) => `write one of ${known}`,
  },
  {
    code: 'value-out-of-range',
    when: /^value (?:should be between|must be greater than) .*$/,
    say: ({ path, message }) => `${path}: ${message}`,
    hint: () => 'take a number within these bounds',
  },
  {
    code: 'text-empty',
    when: /^length must be at least 1$/,
    say: ({ path }) => `${path} is empty`,
    hint: () => 'write a value, or delete the field',
  },
];
