/** Room `views`: a file each, in the order of their keys. */
import { configuration } from './configuration.ts';
import { files } from './files.ts';
import { hops } from './hops.ts';
import { issuer } from './issuer.ts';
import { timeline } from './timeline.ts';
import { token } from './token.ts';
import type { View } from './view.ts';
import { why } from './why.ts';

export type { View } from './view.ts';

export const VIEWS: readonly View[] = [why, token, timeline, files, issuer, configuration, hops];
