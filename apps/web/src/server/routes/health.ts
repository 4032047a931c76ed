import { Router } from 'express';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>why401</title>
<p>why401 is running.</p>
</html>
`;

/** `/health` for programs, `/` for people. */
export const health: Router = Router()
  .get('/health', (_request, response) => void response.json({ status: 'ok' }))
  .get('/', (_request, response) => void response.type('html').send(PAGE));
