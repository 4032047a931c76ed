/** Room `dom`: elements out of data. The only files that touch the document's making. */
export { copyButton } from './copy.ts';
export { download } from './download.ts';
export { fold, openForPrint, setOpen } from './fold.ts';
export { button, type Child, dress, fill, lineFeed, make, nodes, type Parts, text } from './make.ts';
export { svgElement, svgOf } from './svg.ts';
