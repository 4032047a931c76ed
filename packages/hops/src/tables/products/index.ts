import { HEADERS } from './headers-table.ts';
import type { HeaderRow, Meaning, PageRow } from './model.ts';
import { PAGES } from './pages-table.ts';

export { BANNERS, bannerOf } from './banners.ts';
export { HEADERS } from './headers-table.ts';
export { pageByLength, type SeenHead } from './lengths.ts';
export type * from './model.ts';
export { PAGES } from './pages-table.ts';

/** The product whose own page a body is. */
export const pageOf = (body: string, status: number | null): PageRow | undefined =>
  PAGES.find(
    ({ body: pattern, statuses }) =>
      (statuses === undefined || (status !== null && statuses.includes(status))) && pattern.test(body),
  );

export const meaningOf = ({ means }: PageRow, status: number | null): Meaning | undefined =>
  (status === null ? undefined : means?.[status]) ?? means?.otherwise;

/** Products that the headers name; one row for each header line that does. */
export const productsOf = (headers: readonly (readonly [name: string, value: string])[]): readonly HeaderRow[] =>
  headers.flatMap(([name, value]) => {
    const found = HEADERS.find((row) => row.header === name && row.value.test(value));
    return found === undefined ? [] : [found];
  });
