import { acl } from './acl/pipeline.ts';
import { basicAuth } from './basic-auth/pipeline.ts';
import { botDetection } from './bot-detection/pipeline.ts';
import { correlationId } from './correlation-id/pipeline.ts';
import { cors } from './cors/pipeline.ts';
import type { PluginModel } from './exchange.ts';
import { hmacAuth } from './hmac-auth/pipeline.ts';
import { ipRestriction } from './ip-restriction/pipeline.ts';
import { jwt } from './jwt/run.ts';
import { keyAuth } from './key-auth/pipeline.ts';
import { ldapAuth } from './ldap-auth/pipeline.ts';
import { oauth2 } from './oauth2/pipeline.ts';
import { oauth2Introspection } from './oauth2-introspection/pipeline.ts';
import { rateLimiting } from './rate-limiting/pipeline.ts';
import { requestSizeLimiting } from './request-size-limiting/pipeline.ts';
import { requestTermination } from './request-termination/pipeline.ts';
import { requestTransformer } from './request-transformer/pipeline.ts';
import { responseTransformer } from './response-transformer/pipeline.ts';
import { postFunction, preFunction } from './serverless/pipeline.ts';
import { session } from './session/pipeline.ts';

const ALL: readonly PluginModel[] = [
  acl,
  basicAuth,
  botDetection,
  correlationId,
  cors,
  hmacAuth,
  ipRestriction,
  jwt,
  keyAuth,
  ldapAuth,
  oauth2,
  oauth2Introspection,
  postFunction,
  preFunction,
  rateLimiting,
  requestSizeLimiting,
  requestTermination,
  requestTransformer,
  responseTransformer,
  session,
];

const MODELS: ReadonlyMap<string, PluginModel> = new Map(ALL.map((model) => [model.name, model]));

/** The model of a plugin; undefined where its behaviour is not known. */
export const modelOf = (plugin: string): PluginModel | undefined => MODELS.get(plugin);
