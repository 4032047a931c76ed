/** Room `print`: a report as elements. The page's own printer; it words and decides nothing. */
export { block, diffLines, frame } from './blocks.ts';
export { pre } from './pre.ts';
export { section, sectionOf, sections } from './report.ts';
export { plain, spans } from './spans.ts';
export { outcomeSign, steps } from './steps.ts';
export { table } from './table.ts';
