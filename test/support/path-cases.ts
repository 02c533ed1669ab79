/** Paths that every pattern is tried on. */
const PATHS = [
  '/',
  '/cart',
  '/cart/',
  '/Cart',
  '/carts',
  '/checkout',
  '/checkout/address',
  '/checkout/payment/',
  '/checkout/a/b',
  '/es/checkout',
  '/orders/1',
  '/orders/1/items',
  '/orders/1/2/items',
  '/docs/a.html',
  '/docs/a.b.html',
  '/docs/a/b.html',
  '/docs/a.htm',
  '/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaX',
  '/%E2%9C%93/caf%C3%A9',
  '//',
] as const;

/** Patterns, and which of the paths they mean, by number. */
const MEANT: Readonly<Record<string, readonly number[]>> = {
  '/': [0, 19],
  '*': Array.from(PATHS, (_, i) => i),
  '/cart': [1, 2],
  '/:page': [1, 2, 3, 4, 5, 17],
  '/checkout/:step': [6, 7],
  '/checkout/:step?': [5, 6, 7],
  '/:lang?/checkout': [5, 9],
  '/checkout/*': [6, 7, 8],
  '/orders/*/items': [11, 12],
  '/orders/:id/*': [11, 12],
  '/docs/*.html': [13, 14],
  '/docs/*.*': [13, 14, 16],
  '*/b.html': [15],
  '/c*t*': [1, 2, 4, 5],
  '/%E2%9C%93/*': [18],
  '/^(a+)+$': [],
  '/(.*)*X': [],
};

/** Three hundred and more: a pattern, a path, and whether it means that. */
export const PATH_CASES: readonly (readonly [pattern: string, path: string, is: boolean])[] = Object.entries(
  MEANT,
).flatMap(([pattern, meant]) => PATHS.map((path, i) => [pattern, path, meant.includes(i)] as const));
