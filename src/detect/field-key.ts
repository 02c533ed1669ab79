/** A focus this soon after a press or key was the customer's own doing. */
export const OWN_FOCUS_MS = 500;

/** One field of one form, as a key that means nothing else to an object. Names may have spaces in them. */
export const keyOf = ({ form, field }: { readonly form: string; readonly field: string }): string =>
  `:${form}\n${field}`;
