import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, start } from './start.ts';

describe('the local server', () => {
  let running: Running;
  beforeAll(async () => {
    running = await start(0);
  });
  afterAll(() => running.close());

  it('listens on the loopback address, on a port of the system’s choice', () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  });

  it.each([
    ['/health', 200, 'application/json', '{"status":"ok"}'],
    ['/', 200, 'text/html', 'why401 is running.'],
    ['/nothing', 404, 'text/html', 'Cannot GET /nothing'],
  ])('answers GET %s with %i', async (path, status, type, text) => {
    const response = await fetch(running.url + path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).toContain(text);
  });

  it.each(['/health', '/', '/nothing'])('tells nobody what it runs on, and is not kept: %s', async (path) => {
    const { headers } = await fetch(running.url + path);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('says when the port is taken', async () => {
    const port = Number(new URL(running.url).port);
    await expect(start(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
