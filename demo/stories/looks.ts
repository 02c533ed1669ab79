/** `?view=inline&lang=ar&scheme=dark&theme=plain`: one view, in one language, scheme and theme. */
export const query = new URLSearchParams(location.search);
export const lang: string = query.get('lang') ?? 'en';

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  lang: ['en', 'es', 'pt', 'fr', 'de', 'ar'],
  scheme: ['light', 'dark'],
  theme: ['ours', 'brand', 'plain'],
  density: ['comfortable', 'compact'],
};

/** Dresses the page as the address says. */
export function dressPage(): void {
  const root = document.documentElement;
  const theme = query.get('theme') ?? 'ours';
  root.lang = lang;
  root.dir = lang === 'ar' ? 'rtl' : 'ltr';
  root.dataset['scheme'] = query.get('scheme') ?? '';
  root.dataset['theme'] = theme;
  root.dataset['density'] = query.get('density') ?? '';
  if (theme !== 'plain') return;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = '/antes/themes/plain.css';
  document.head.append(sheet);
}

/** A row of links that change one thing of the address. */
export function links(key: string, values: readonly string[], current: string): HTMLElement {
  const nav = document.createElement('nav');
  nav.ariaLabel = key;
  for (const value of values) {
    const link = document.createElement('a');
    const to = new URLSearchParams(query);
    to.set(key, value);
    link.href = `?${to.toString()}`;
    link.textContent = value;
    if (value === current) link.setAttribute('aria-current', 'page');
    nav.append(link);
  }
  return nav;
}

export const lookLinks = (): readonly HTMLElement[] =>
  Object.entries(CHOICES).map(([key, values]) => links(key, values, query.get(key) ?? values[0] ?? ''));
