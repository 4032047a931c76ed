import type { LintForm } from '@why401/kong/lint';
import type { RouterFlavor } from '@why401/kong/versions';

export interface LintOptions {
  readonly kongVersion: string;
  readonly routerFlavor?: RouterFlavor;
  readonly form: LintForm;
  readonly batch?: string;
  readonly configRoot?: string;
}
