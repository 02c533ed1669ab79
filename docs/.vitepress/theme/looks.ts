import { reactive } from 'vue';

/** The pictures that the visual test keeps, where the site has them. */
const files = import.meta.glob<string>('../../../test/e2e/visual/baselines/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

export const COLOURS = { light: 'Light', dark: 'Dark', forced: 'Forced colours' } as const;
export const LANGUAGES = { en: 'English', es: 'Español', ar: 'العربية' } as const;
export const WIDTHS = { 390: 'Phone', 1280: 'Desktop' } as const;
/** Of all pictures. */
export const HEIGHT = 844;

const SAID: Readonly<Record<string, string>> = {
  light: 'In light colours',
  dark: 'In dark colours',
  forced: 'In forced colours',
  en: 'in English',
  es: 'in Spanish',
  ar: 'in Arabic, from right to left',
  390: 'on a phone',
  1280: 'on a desktop',
};

/** What is looked at, everywhere on the page. */
export interface Look {
  /** That of the site, until somebody has chosen. */
  colours: keyof typeof COLOURS | undefined;
  language: keyof typeof LANGUAGES;
  width: keyof typeof WIDTHS;
}
export const look: Look = reactive({ colours: undefined, language: 'en', width: 390 });

export function pictureOf(name: string, colours: string): { src: string; said: string } {
  const { language, width } = look;
  const src = files[`../../../test/e2e/visual/baselines/${name}-${colours}-${language}-${width}.webp`];
  if (!src) throw new Error(`There is no picture of ${name}`);
  return { src, said: [colours, language, width].map((one) => SAID[one]).join(', ') };
}
