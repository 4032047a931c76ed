import { describeCatalogue } from '@why401/testkit/catalogue';
import { smellRules } from './index.ts';

describeCatalogue(new URL('./', import.meta.url), smellRules, ['index', 'testing']);
