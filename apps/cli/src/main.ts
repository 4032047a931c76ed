/** Node 22.1 and newer; the types are those of the oldest supported Node. */
interface CompileCache {
  enableCompileCache?(): void;
}

// Before anything else is loaded: what follows comes from the cache at the next start.
if (Number(process.versions.node.split('.')[0]) >= 22)
  (process.getBuiltinModule('module') as CompileCache).enableCompileCache?.();
void import('./process.ts').then(({ start }) => start());
