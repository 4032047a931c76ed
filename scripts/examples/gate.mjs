// Two configurations of one shop and what its clients ask: a change that looks like a tidying up, and changes answers.
import { pair, token } from './tokens.mjs';

const indent = (pem, by) => pem.trim().replace(/^/gm, ' '.repeat(by));

const oldYaml = (key) => `_format_version: "3.0"
services:
- name: orders
  url: http://orders.internal:8080
  routes:
  - name: orders
    hosts: [api.shop.example]
    paths: [/orders]
    strip_path: false
  plugins:
  - name: jwt
    config: {uri_param_names: []}
- name: stock
  url: http://stock.internal:8080
  routes:
  - name: stock
    hosts: [api.shop.example]
    paths: [/stock]
consumers:
- username: app
  jwt_secrets:
  - key: https://id.shop.example/
    algorithm: RS256
    rsa_public_key: |
${indent(key.pem, 6)}
`;

/** Expired tokens are refused now, v2 of the orders has a service of its own, and a header is asked of the warehouse. */
const newYaml = (key) =>
  oldYaml(key)
    .replace('config: {uri_param_names: []}', 'config: {uri_param_names: [], claims_to_verify: [exp]}')
    .replace(
      '- name: stock\n',
      `- name: orders-v2
  url: http://orders-v2.internal:8080
  routes:
  - name: orders-v2
    hosts: [api.shop.example]
    paths: [/orders/v2]
- name: stock
`,
    )
    .replace('    paths: [/stock]\n', '    paths: [/stock]\n    headers: {x-warehouse: [north]}\n');

/** @param now seconds since the epoch; @returns name → text */
export function gateExample(now) {
  const key = pair('RS256');
  const lived = (from, to) =>
    token(key, { kid: 's-1' }, { iss: 'https://id.shop.example/', sub: 'van-17', iat: now + from, exp: now + to });
  const curl = (path, jwt) =>
    `curl https://api.shop.example${path}${jwt === undefined ? '' : ` \\\n  -H 'Authorization: Bearer ${jwt}'`}\n`;
  const fresh = lived(-60, 600);
  return {
    'gate/old.yaml': oldYaml(key),
    'gate/new.yaml': newYaml(key),
    'gate/requests/1-order.curl.txt': curl('/orders/7', fresh),
    'gate/requests/2-order-expired.curl.txt': curl('/orders/7', lived(-7200, -3600)),
    'gate/requests/3-order-of-v2.curl.txt': curl('/orders/v2/7', fresh),
    'gate/requests/4-stock.curl.txt': curl('/stock/left?article=4711'),
  };
}
