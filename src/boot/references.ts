/** Facts that are the number of something the customer may call about: `order.id`, `caseNumber`, `booking.reference`. */
const NAME =
  /(?:order|case|ticket|booking|claim|tracking|shipment).*[._-](?:id|number|no|ref|reference|code)$/;

const isReference = (name: string): boolean =>
  NAME.test(name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase());

export const referencesIn = (facts: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(facts).flatMap(([name, value]) =>
    isReference(name) && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : [],
  );
