import { uploadRoute } from './kinds/upload.ts';

export const metadata = uploadRoute('/api/metadata', 'metadata');
