/** Runs in the page: what the page's own world has, by path, so that what was replaced since can be told. */
export function rememberNatives() {
  const natives = new Map();
  const visit = (path, holder) => {
    for (const key of Reflect.ownKeys(holder)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(holder, key) ?? {};
      const parts = [value, get, set].filter((part) => typeof part === 'function');
      if (parts.length > 0) natives.set(`${path}.${String(key)}`, { holder, key, parts });
    }
  };
  for (const key of Object.getOwnPropertyNames(globalThis)) {
    const { value } = Reflect.getOwnPropertyDescriptor(globalThis, key) ?? {};
    if (typeof value === 'function' && value.prototype) visit(key, value.prototype);
    if (typeof value === 'function' || (typeof value === 'object' && value && key !== 'window'))
      visit(key, value);
  }
  for (const name of ['history', 'navigator', 'document']) visit(name, globalThis[name]);
  visit('window', globalThis);
  globalThis.replacedNatives = () =>
    [...natives].flatMap(([path, { holder, key, parts }]) => {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(holder, key) ?? {};
      const now = [value, get, set].filter((part) => typeof part === 'function');
      return now.length === parts.length && now.every((part, i) => part === parts[i]) ? [] : [path];
    });
}
