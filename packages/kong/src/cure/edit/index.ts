export { mapAt, type OpenFile, openFile, pairOf } from './document.ts';
export { removeField, setField } from './field.ts';
export { hunksOf, type Mask } from './hunk.ts';
export { addItem } from './item.ts';
export { masksOf } from './mask.ts';
export { renderValue } from './render.ts';
export { applySplices, type Splice } from './splice.ts';
export { holds, type Offsets, type Span, spansIn, windowOn } from './window.ts';
