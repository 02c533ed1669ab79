// One key for one attempt to pay. It outlives a reload, a crash of the tab and an answer that never came, so that asking
// again is the same attempt, and nobody is charged twice. Only a clear "no" from the bank ends it.

const storageKey = (basket: string): string => `tinaja.attempt.${basket}`;
let inMemory: { basket: string; key: string } | undefined;

export function attemptKey(basket: string, what: string): string {
  const name = `${basket}:${what}`;
  const kept = read(name);
  if (kept) return kept;
  const key =
    crypto.randomUUID?.() ??
    Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join('-');
  inMemory = { basket: name, key };
  try {
    sessionStorage.setItem(storageKey(name), key);
  } catch {
    // Storage is blocked: the key lives as long as the page.
  }
  return key;
}

export function endAttempt(basket: string, what: string): void {
  const name = `${basket}:${what}`;
  inMemory = undefined;
  try {
    sessionStorage.removeItem(storageKey(name));
  } catch {
    // Nothing was stored.
  }
}

function read(name: string): string | undefined {
  try {
    const kept = sessionStorage.getItem(storageKey(name));
    if (kept) return kept;
  } catch {
    // Fall through to memory.
  }
  return inMemory?.basket === name ? inMemory.key : undefined;
}
