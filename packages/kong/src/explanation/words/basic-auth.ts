import { code, line, value } from '@why401/core/report';
import { clipped, listed, type WordsOf } from './telling.ts';

const WHY = {
  scheme: 'has no "Basic " in front of its value: of the word only the first letter may vary',
  base64: 'is no base64 behind "Basic "',
  colon: 'has no colon behind a username once it is decoded',
} as const;

export const basicAuth: WordsOf<'basic-auth-header' | 'basic-auth-format' | 'basic-auth-user' | 'basic-auth-password'> =
  {
    'basic-auth-header': {
      brief: () => line`none`,
      failed: ({ headers }) => [
        line`The request carries no username and password.`,
        line`The plugin reads the headers ${listed(headers)}.`,
      ],
    },
    'basic-auth-format': { failed: ({ why }) => [line`The ${code('Authorization')} header ${WHY[why]}.`] },
    'basic-auth-user': {
      brief: () => line`unknown`,
      failed: ({ username }) => [
        line`No consumer has the username ${value(clipped(username))} for this plugin.`,
        line`Its names are those of ${code('basicauth_credentials')}, not those of the consumers.`,
      ],
      passed: ({ username }) => line`${value(clipped(username))}`,
    },
    'basic-auth-password': {
      brief: () => line`wrong`,
      failed: ({ username }) => [line`The password of ${value(clipped(username))} is another one.`],
      passed: () => line`right`,
    },
  };
