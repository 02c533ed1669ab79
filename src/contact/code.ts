/** Crockford's letters: none that is taken for another when it is read out (I, L, O), and no U, so that no code is a word. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NO_LETTER = /[^0-9A-HJKMNP-TV-Z]/;
const LENGTH = 6;

/** A code to say on the phone. 32 letters to the power of six: a thousand million; who has taken it is the server's to say. */
export const makeCode = (random: Uint8Array): string =>
  Array.from(random.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');

/** In two groups, as it is read out. */
export const sayCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** As it was meant: what was misheard or misread is one of the letters that there are. Nothing where it cannot be one. */
export function readCode(said: string): string | undefined {
  const code = said.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && !NO_LETTER.test(code) ? code : undefined;
}
