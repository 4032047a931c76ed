import { assetRoute } from './kinds/asset.ts';

/** The page itself holds no secret and no token: it gets the secret from the fragment of its address. */
export const page = assetRoute('/', 'index.html', 'html', ({ opened }, target) => opened(target));
