const indented = (pem, columns) =>
  pem
    .trimEnd()
    .split('\n')
    .join(`\n${' '.repeat(columns)}`);

/** A configuration as `deck gateway dump` writes it; three of its credentials are not as they should be. */
export const kongYaml = ({ pingone, billing, field, acme, warehouse }) => `_format_version: "3.0"
services:
- name: orders
  host: orders.internal
  port: 8080
  protocol: http
  routes:
  - name: orders-v1
    paths:
    - /orders
  plugins:
  - name: jwt
    config:
      key_claim_name: iss
- name: invoices
  host: invoices.internal
  port: 8443
  protocol: https
  routes:
  - name: invoices
    hosts:
    - api.shop.example
    paths:
    - /invoices
    plugins:
    - name: jwt
      config:
        claims_to_verify:
        - exp
        - nbf
        maximum_expiration: 3600
        realm: shop
- name: reports
  host: reports.internal
  port: 8080
  protocol: http
  routes:
  - name: reports
    paths:
    - /reports
    plugins:
    - name: jwt
  - name: reports-partners
    paths:
    - /partners/reports
    plugins:
    - name: jwt
      config:
        claims_to_verify:
        - exp
        secret_is_base64: true
- name: portal
  host: portal.internal
  port: 3000
  protocol: http
  routes:
  - name: portal
    paths:
    - /portal
    plugins:
    - name: jwt
      config:
        cookie_names:
        - session_jwt
        claims_to_verify:
        - exp
consumers:
- username: pingone-shop
  jwt_secrets:
  - key: https://auth.pingone.example/1f2e6c1a/as
    algorithm: RS256
    rsa_public_key: |
      ${indented(pingone.pem, 6)}
    secret: unused
- username: billing
  jwt_secrets:
  - key: https://login.billing.example/realms/shop
    rsa_public_key: |
      ${indented(billing.pem, 6)}
- username: field-service
  jwt_secrets:
  - key: https://sso.field.example/oauth2/default
    algorithm: ES256
    rsa_public_key: |
      ${indented(field.pem, 6)}
    secret: unused
- username: acme
  jwt_secrets:
  - key: acme-reports
    algorithm: HS256
    secret: ${acme.text}
- username: warehouse
  jwt_secrets:
  - key: https://id.warehouse.example/
    algorithm: RS256
    rsa_public_key: |
      ${indented(warehouse.pem, 6)}
    secret: unused
`;
