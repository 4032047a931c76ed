import type { Basis, UpstreamFacts } from '@why401/core';
import type { ProbeSetting, Step, StepName, StepVerdict } from './model.ts';
import { body } from './steps/body.ts';
import { certificate } from './steps/certificate.ts';
import { connect } from './steps/connect.ts';
import { firstOctet } from './steps/first-octet.ts';
import { gateway } from './steps/gateway.ts';
import { handshake } from './steps/handshake.ts';
import { headerSize } from './steps/header-size.ts';
import { host } from './steps/host.ts';
import { http } from './steps/http.ts';
import { http2 } from './steps/http2.ts';
import { idle } from './steps/idle.ts';
import { mtls } from './steps/mtls.ts';
import { name } from './steps/name.ts';
import { protocol } from './steps/protocol.ts';
import { serverName } from './steps/server-name.ts';
import { total } from './steps/total.ts';
import { websocket } from './steps/websocket.ts';

const recorded: Basis = { kind: 'recorded', ref: 'chains of Kong 3.9.1' };
const source = (ref: string): Basis => ({ kind: 'kong-source', ref });

/** In the order in which Kong would meet them. */
const STEPS: readonly (readonly [name: StepName, step: Step, basis: Basis])[] = [
  ['name', name, source('kong/resty/dns/client.lua@3.9.1')],
  ['connect', connect, recorded],
  ['protocol', protocol, recorded],
  ['handshake', handshake, recorded],
  ['certificate', certificate, source('kong/runloop/upstream_ssl.lua@3.9.1')],
  ['server-name', serverName, source('kong/runloop/balancer/init.lua@3.9.1')],
  ['mtls', mtls, recorded],
  ['http', http, recorded],
  ['host', host, source('kong/runloop/handler.lua@3.9.1')],
  ['first-octet', firstOctet, recorded],
  ['header-size', headerSize, recorded],
  ['body', body, recorded],
  ['idle', idle, source('kong/templates/kong_defaults.lua@3.9.1')],
  ['http2', http2, recorded],
  ['websocket', websocket, recorded],
  ['gateway', gateway, source('kong/runloop/handler.lua@3.9.1')],
  ['total', total, source('kong/db/schema/entities/services.lua@3.9.1')],
];

/** Steps behind which nothing more can be seen, and those that tell what they mean all the same. */
const GATES: readonly StepName[] = ['name', 'connect', 'protocol', 'handshake'];
const TELLING: readonly StepName[] = ['mtls', 'gateway'];

/** What Kong will make of what was seen of a server, step by step. Pure. */
export function judgeUpstream(facts: UpstreamFacts, setting: ProbeSetting): readonly StepVerdict[] {
  let stop: StepName | undefined;
  return STEPS.map(([step, judge, basis]) => {
    const seen = judge(facts, setting);
    const failed = seen.outcome === 'fail';
    if (stop !== undefined && seen.outcome !== 'not-applicable' && !(TELLING.includes(step) && failed))
      return { step, outcome: 'unknown', evidence: [], follows: stop, basis: [basis] };
    const severity = failed ? (seen.severity ?? 'error') : undefined;
    if (severity === 'error' && GATES.includes(step)) stop = step;
    return { step, ...seen, ...(severity !== undefined && { severity }), basis: [basis] };
  });
}
