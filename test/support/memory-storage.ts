import type { StorageLike } from '../../src/boot/storage.js';

/** A storage that is full after so many characters, with what is in it. */
export function memoryStorage(maxLength = Infinity): StorageLike & { readonly data: Map<string, string> } {
  const data = new Map<string, string>();
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem(key, value) {
      let length = value.length;
      for (const [other, text] of data) if (other !== key) length += text.length;
      if (length > maxLength) throw new DOMException('full', 'QuotaExceededError');
      data.set(key, value);
    },
    removeItem: (key) => void data.delete(key),
  };
}
