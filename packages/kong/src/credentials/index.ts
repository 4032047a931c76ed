/** Room `credentials`: what an issuer's keys are as entries of `jwt_secrets`. */
export { type CredentialOptions, type IssuerCredentials, issuerCredentials, type LeftOut } from './export.ts';
export { gatewayIssuers } from './issuers.ts';
export { credentialsAdminApi, credentialsDeck, credentialsSection } from './print.ts';
