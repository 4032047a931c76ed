import { uploadRoute } from './kinds/upload.ts';

export const configuration = uploadRoute('/api/configuration', 'configuration');
