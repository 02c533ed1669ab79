/** The page alone. */
export const control = { id: 'control', title: 'no SDK', what: 'the page alone', packages: [] };
