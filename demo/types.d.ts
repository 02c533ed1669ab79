// Nunjucks comes without types; the shop uses this much of it.
declare module 'nunjucks' {
  export interface Environment {
    addFilter(name: string, filter: (value: unknown) => unknown): void;
  }
  const nunjucks: { Environment: unknown };
  export default nunjucks;
}
