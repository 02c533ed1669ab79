/**
 * A node or an event with the members that the browser has given it, to read and call them: an image named `body` replaces
 * that of its document, a control named `matches` that of its form, and scripts write over those of an event.
 */
export const real = <T extends object>(object: T): T =>
  new Proxy(object, {
    get(self, name) {
      const value: unknown = Reflect.get(Object.getPrototypeOf(self) as object, name, self);
      return typeof value === 'function' ? (value.bind(self) as unknown) : value;
    },
  });
