const TYPES: Readonly<Record<string, string>> = { html: 'text/html', md: 'text/markdown', json: 'application/json' };

/** Hands a text to the browser as a file, without an address that anything could read. */
export function download(name: string, content: string): void {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
