import { expect, it } from 'vitest';
import type { Problem } from '../../../src/core/problems.js';
import { offBy } from '../../../src/inspector/model/triggers.js';

const problem = (code: Problem['code'], path: string): Problem => ({ code, path, message: 'Wrong.' });

it('a trigger is off where it was refused; one whose anchor is missing runs', () => {
  const refused = problem('TRIGGER_INVALID', '/triggers/1/when/within');
  const none = problem('CONFIG_INVALID', '/triggers');
  expect(
    offBy([
      refused,
      none,
      problem('ANCHOR_MISSING', '/triggers/help/show/anchor'),
      problem('TRIGGER_HARMFUL', '/triggers/0'),
      problem('UI_FAILED', '/triggers/help'),
      problem('CONFIG_INVALID', '/policy/gap'),
    ]),
  ).toEqual([refused, none]);
});
