/** The JSON pointer of what is called `name` in what is at `at`. Names are the config's own, and may have slashes in them. */
export const below = (at: string, name: string): string =>
  `${at}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** The names that a pointer goes by. */
export const namesIn = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replace(/~1/g, '/').replace(/~0/g, '~'));
