import { alive } from './routes/alive.ts';
import { clear } from './routes/clear.ts';
import { configuration } from './routes/configuration.ts';
import { entities } from './routes/entities.ts';
import { examples } from './routes/examples.ts';
import { explain } from './routes/explain.ts';
import { hops } from './routes/hops.ts';
import { issuer } from './routes/issuer.ts';
import { issuerFetch } from './routes/issuer-fetch.ts';
import { keys } from './routes/keys.ts';
import { ladder } from './routes/ladder.ts';
import { metadata } from './routes/metadata.ts';
import { page } from './routes/page.ts';
import type { Route } from './routes/route.ts';
import { routing } from './routes/routing.ts';
import { script } from './routes/script.ts';
import { share } from './routes/share.ts';
import { style } from './routes/style.ts';
import { timeline } from './routes/timeline.ts';
import { verify } from './routes/verify.ts';

/** Every route there is. Nothing is served that does not stand here. */
export const routes: readonly Route[] = [
  page,
  script,
  style,
  configuration,
  keys,
  explain,
  verify,
  timeline,
  metadata,
  issuer,
  issuerFetch,
  entities,
  routing,
  hops,
  ladder,
  share,
  examples,
  clear,
  alive,
];
