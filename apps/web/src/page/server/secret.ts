/**
 * Takes the launch secret out of the address bar, so that nobody sees, copies or keeps it there.
 * @returns '' after a reload: the page keeps it in memory only
 */
export function takeSecret(): string {
  const secret = /^#s=([A-Za-z0-9_-]{1,200})$/.exec(location.hash)?.[1] ?? '';
  if (location.hash !== '' || location.search !== '') history.replaceState(null, '', location.pathname);
  return secret;
}
