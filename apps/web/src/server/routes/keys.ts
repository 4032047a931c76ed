import { uploadRoute } from './kinds/upload.ts';

export const keys = uploadRoute('/api/keys', 'keys');
