const SELF = Symbol('self');

/**
 * A node or an event with the members that the browser has given it, to read and call them: an image named `body` replaces
 * that of its document, a control named `matches` that of its form, and scripts write over those of an event.
 */
export const real = <T extends object>(object: T): T => {
  // Natives know no proxies: of one of ours, that of what it stands for.
  const self = (object as { [SELF]?: T })[SELF] ?? object;
  // Not of the object itself: of what a page has put on it for good, a proxy may tell nothing else.
  return new Proxy(Object.create(Object.getPrototypeOf(self) as object) as T, {
    get(kind, name) {
      if (name === SELF) return self;
      const value: unknown = Reflect.get(kind, name, self);
      return typeof value === 'function' ? (value.bind(self) as unknown) : value;
    },
  });
};

/**
 * The same for as long as the event is told, and for less: most events nobody has written over yet, and they may be read as
 * they are. Whoever keeps one to read it later, when the page has had its say, takes `real(event)`.
 */
export function asTold(event: Event): Event {
  // The browser puts this one on the event itself, for good.
  const own = Reflect.ownKeys(event);
  return own.length === 0 || (own.length === 1 && own[0] === 'isTrusted') ? event : real(event);
}
