import { assetRoute } from './kinds/asset.ts';

export const script = assetRoute('/app.js', 'app.js', 'text/javascript');
