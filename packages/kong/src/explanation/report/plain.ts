import type { Line } from '@why401/core/report';

/** A line without its tones. */
export const plain = (text: Line | undefined): string => (text ?? []).map((span) => span.text).join('');
