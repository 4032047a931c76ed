import { button, type Parts } from './make.ts';

const SAID_FOR = 1500;

/** A button that copies a text; the clipboard is touched by a press only. `say` tells who cannot see the label change. */
export function copyButton(label: string, value: () => string, say: (words: string) => void, parts: Parts = {}) {
  const self = button(label, () => void press(), { ...parts, class: parts.class ?? 'quiet' });
  const press = async () => {
    const done = await write(value());
    const words = done ? 'Copied' : 'The browser refused to copy';
    self.textContent = words;
    say(words);
    setTimeout(() => {
      self.textContent = label;
    }, SAID_FOR);
  };
  return self;
}

async function write(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}
