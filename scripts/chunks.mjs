// Which modules go into one file. Loading a file costs more than reading it, so what is needed together
// stands together: first what every call needs, then what each verb needs beside it.

/**
 * @param output of a build without groups: its files hold exactly what is used, and import each other without cycles
 * @param {string[]} entries modules that are loaded later, in the order in which a module finds its place
 */
export function chunkGroups(output, entries) {
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const placed = new Set();
  return entries.map((entry, index) => {
    const first = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === entry);
    if (first === undefined) throw new Error(`${entry} is not loaded by itself`);
    const modules = new Set(needed(first, chunks, placed).flatMap(({ moduleIds }) => moduleIds));
    return {
      name: first.name,
      // The bundler's own helpers go with the first: each file is one more to open.
      test: (id) => modules.has(id) || (index === 0 && id.includes('rolldown/runtime')),
      includeDependenciesRecursively: false,
      priority: entries.length - index,
    };
  });
}

function needed(chunk, chunks, placed) {
  if (chunk === undefined || placed.has(chunk)) return [];
  placed.add(chunk);
  return [chunk, ...chunk.imports.flatMap((fileName) => needed(chunks.get(fileName), chunks, placed))];
}
