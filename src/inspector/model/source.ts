import type { Inspected } from '../../boot/inspect.js';

const write = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The text of the configuration, as its authors have written it; else what Antes has made of it. What is wrong in it was
 * left out of that, so the text itself says more.
 */
export async function sourceText({ antes, source }: Pick<Inspected, 'antes' | 'source'>): Promise<string> {
  if (typeof source !== 'string') return write(source);
  if (source.startsWith('#')) {
    const text = document.getElementById(source.slice(1))?.textContent?.trim();
    return text ? `${text}\n` : write(antes.config);
  }
  try {
    const response = await fetch(source, { credentials: 'same-origin', referrerPolicy: 'same-origin' });
    return response.ok ? await response.text() : write(antes.config);
  } catch {
    return write(antes.config);
  }
}
