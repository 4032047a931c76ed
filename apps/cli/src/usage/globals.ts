import { failOnChoices } from '../options/settings.ts';
import type { OptionSpec } from './spec.ts';

/** The options of every verb. */
export const globalOptions: readonly OptionSpec[] = [
  { flags: '--json', description: 'print the result as JSON (schema/report.schema.json in the package)' },
  {
    flags: '--now <time>',
    description: 'judge as if it were this time: ISO 8601, or seconds or milliseconds since the epoch',
  },
  { flags: '--tz <zone>', description: 'IANA time zone in which times are read and shown', default: 'UTC' },
  {
    flags: '--color <when>',
    description: 'colour the output; auto heeds NO_COLOR and FORCE_COLOR',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
  },
  { flags: '--ascii', description: 'use no characters outside ASCII for drawing' },
  { flags: '--width <columns>', description: 'wrap text at this width; otherwise that of the terminal' },
  {
    flags: '--fail-on <severity>',
    description: 'exit with 1 when a finding is at least so severe',
    choices: failOnChoices,
    default: 'error',
  },
  { flags: '--share <file>', description: 'also write the report, redacted, as .html, .md or .json' },
  { flags: '--force', description: 'let --share replace a file' },
];
