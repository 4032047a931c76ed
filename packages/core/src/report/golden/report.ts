import { bad, code, dim, line, type Report } from '../index.ts';

const issuer = 'https://auth.pingone.example/1f2e/as/';
const key = issuer.slice(0, -1);
const notReached = (name: string) => ({ outcome: 'not-reached', name, detail: [] }) as const;

/** A refused token whose issuer differs by one character: the first picture of what an explanation looks like. */
export const refused: Report = {
  title: "401: no jwt credential has the token's issuer as its key",
  sections: [
    {
      id: 'reply',
      title: '',
      blocks: [
        {
          kind: 'verbatim',
          aside: line`${dim('Kong 3.9 · route orders-v1 · jwt (service orders)')}`,
          lines: [
            line`${bad('401 Unauthorized')}`,
            line`WWW-Authenticate: Bearer error="invalid_token"`,
            line`{"message":"No credentials found for given 'iss'"}`,
          ],
        },
      ],
    },
    {
      id: 'why',
      title: 'Why',
      blocks: [
        {
          kind: 'text',
          lines: [
            line`No jwt credential has the token's issuer as its key.`,
            line`The nearest one differs by a slash at the end.`,
          ],
        },
        {
          kind: 'aligned',
          rows: [
            { source: 'token', name: 'iss', value: issuer },
            { source: 'config', name: 'key', value: key, place: 'kong.yaml:42:14', gaps: [{ at: 36, length: 1 }] },
          ],
          marks: [{ at: 36, length: 1, note: 'slash at the end' }],
        },
      ],
    },
    {
      id: 'cure',
      title: 'Cure',
      blocks: [
        {
          kind: 'text',
          lines: [line`Gateway: spell the key as the token does. Proven: the same request then gets 200.`],
        },
        {
          kind: 'frame',
          file: '',
          lines: [
            { number: 41, sign: ' ', text: '    jwt_secrets:' },
            { number: 42, sign: '-', text: `    - key: ${key}` },
            { number: 42, sign: '+', text: `    - key: ${issuer}` },
          ],
        },
        { kind: 'text', lines: [line`As Admin API call or decK file: add ${code('--as admin-api | deck')}`] },
      ],
    },
    {
      id: 'path',
      title: 'Path',
      blocks: [
        {
          kind: 'steps',
          steps: [
            { outcome: 'pass', name: 'route', detail: line`orders-v1, path /orders` },
            { outcome: 'pass', name: 'token', detail: line`header authorization, after "Bearer "` },
            { outcome: 'pass', name: 'decoded', detail: line`RS256, kid a1` },
            {
              outcome: 'fail',
              name: 'credential',
              detail: line`0 of 37 keys equal iss`,
              basis: 'kong/plugins/jwt/handler.lua@3.9',
            },
            ...['algorithm', 'key', 'signature', 'exp', 'consumer'].map(notReached),
          ],
        },
      ],
    },
    {
      id: 'next',
      title: 'Then',
      blocks: [
        {
          kind: 'text',
          lines: [
            line`Nothing else would refuse it. Note: exp is not checked here (${code('claims_to_verify')} is unset), so this token would still pass after 14:20.`,
          ],
        },
      ],
    },
    {
      id: 'not',
      title: 'Not',
      blocks: [
        {
          kind: 'text',
          lines: [line`This text never comes from openid-connect: changing ${code('config.issuer')} cannot cure it.`],
        },
      ],
    },
  ],
};
