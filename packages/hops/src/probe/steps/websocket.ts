import { notApplicable, notSeen, type Step } from '../model.ts';
import { shown } from '../spoken.ts';

export const websocket: Step = ({ websocket: one, target }) => {
  if (!/^wss?$/.test(target.protocol)) return notApplicable('The Service is no WebSocket.');
  if (one === undefined) return notSeen('No request could be sent.');
  if (one.answer?.status === 101) return { outcome: 'pass', ms: one.ms, evidence: [one.answer.statusLine] };
  return {
    outcome: 'fail',
    ms: one.ms,
    evidence: [`No upgrade: ${shown(one) || one.end}`],
    fix: { advice: 'The server does not take WebSockets at this path; its own answer reaches the client.' },
  };
};
