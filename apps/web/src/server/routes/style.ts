import { assetRoute } from './kinds/asset.ts';

export const style = assetRoute('/app.css', 'app.css', 'text/css');
