/**
 * Fading, by the operations that every JavaScript engine has to round in the same way: `**` and `Math.log2` differ in
 * their last digit from browser to browser, and decisions must not.
 */

/** Binary digits after the point: a millionth of a half-life, far below what anybody sees. */
const DIGITS = 20;

/** Beyond 1,074 halvings nothing is left of any number. */
const MAX_HALVINGS = 1_100;

/** What is left of 1 after so many half-lives. Before it began, nothing has gone. */
export function faded(halfLives: number): number {
  if (halfLives <= 0) return 1;
  const whole = Math.floor(halfLives);
  let rest = halfLives - whole;
  let left = 1;
  for (let digit = 0, root = Math.sqrt(0.5); digit < DIGITS; digit++, root = Math.sqrt(root)) {
    rest *= 2;
    if (rest < 1) continue;
    rest -= 1;
    left *= root;
  }
  // Powers of two are exact everywhere.
  for (let n = Math.min(whole, MAX_HALVINGS); n > 0; n--) left /= 2;
  return left;
}

/** Half-lives until only one part in `times` is left, never too few. */
export function halfLivesTo(times: number): number {
  let count = 0;
  let rest = times;
  for (; rest >= 2 && count < MAX_HALVINGS; rest /= 2) count++;
  for (let digit = 0, worth = 0.5; digit < DIGITS; digit++, worth /= 2) {
    rest *= rest;
    if (rest < 2) continue;
    rest /= 2;
    count += worth;
  }
  return count + 2 ** -DIGITS;
}
