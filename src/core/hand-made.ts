export const MAX_NAME = 60;
const HAND_MADE = /^[a-z][\w.[\]-]*$/i;
/** Prefixes of generated ids: Radix, Headless UI, React Aria, MUI, Angular, Ember, Ext, YUI, jQuery UI, Vuetify, Element. */
const GENERATED =
  /^(?:radix|headlessui|react-|rc[-_]|mui-|mat-|cdk-|ng-|ember\d|ext-|yui[-_]|ui-id|v-|input-v-|el-id|reach-|downshift|chakra|tippy)/i;

/** Whether a name was written by a person: not generated, and no long number (an order, an account) in it. */
export function isHandMade(name: string | null): name is string {
  if (!name || name.length > MAX_NAME || !HAND_MADE.test(name) || GENERATED.test(name)) return false;
  if (/\d{4}/.test(name)) return false;
  // `a8f3e2b1`, `css-1x9y2z`: letters and digits in turn are a hash.
  return name.split(/[-_.[\]]/).every((part) => (part.match(/\d+/g) ?? []).length < 2);
}
