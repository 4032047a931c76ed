import { notSeen, type Step } from '../model.ts';

/** ngx_http_proxy_module.c: the head has to fit into one proxy_buffer. */
export const headerSize: Step = ({ exchanges: [one] }, { bufferSize }) => {
  const octets = one?.answer?.headOctets ?? (one?.answer === undefined ? undefined : one.octets);
  if (one?.answer === undefined || octets === undefined) return notSeen('No answer came.');
  const largest = [...one.answer.headers]
    .map(([name, value = '']) => [name, name.length + value.length + 4] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, size]) => `${name} ${size}`);
  const evidence = [`The head has ${octets} octets of ${bufferSize}.`, `Largest: ${largest.join(', ')}`];
  if (octets <= bufferSize * 0.75) return { outcome: 'pass', evidence };
  return {
    outcome: 'fail',
    severity: octets > bufferSize ? 'error' : 'warning',
    evidence,
    effect: 'U-BIGHDR',
    fix: {
      settings: { nginx_http_proxy_buffer_size: '16k', nginx_http_proxy_buffers: '8 16k' },
      advice: 'Both together: the first alone above 14k keeps nginx from starting. Or let the server send less.',
    },
  };
};
