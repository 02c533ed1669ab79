import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/config/types.js';
import { compilePolicy } from '../../../src/decide/policy.js';

function compile(policy: unknown) {
  const told: string[] = [];
  const compiled = compilePolicy(
    { version: 1, triggers: [], policy: policy as Policy },
    (code, path) => told.push(`${code} ${path}`) > 0,
  );
  return { ...compiled, told };
}

describe('a policy', () => {
  it('that says nothing has the defaults', () => {
    expect(compile({})).toEqual({
      enabled: true,
      limits: [
        { times: 1, per: 'step', word: 'step' },
        { times: 3, per: 'session', word: 'session' },
        { times: 6, per: 604_800_000, word: '7d' },
      ],
      gapMs: 45_000,
      wait: ['typing', 'composing', 'dialog', 'paying', 'dragging'],
      snoozeMs: [86_400_000, 604_800_000, 2_592_000_000],
      holdout: undefined,
      told: [],
    });
  });
  it.each([
    [{ gap: '45 s' }, '/policy/gap'],
    [{ wait: ['typing', 'sleeping'] }, '/policy/wait/1'],
    [{ wait: 'typing' }, '/policy/wait'],
    [{ snooze: ['1d', 'a week'] }, '/policy/snooze/1'],
    [{ snooze: [] }, '/policy/snooze'],
    [{ limits: [{ times: 0, per: 'step' }] }, '/policy/limits/0/times'],
    [{ holdout: { share: 5, name: 'x' } }, '/policy/holdout/share'],
    [{ holdout: { share: 0.1, name: 7 } }, '/policy/holdout/name'],
    [{ holdout: { share: 0.1, name: 'x', by: 'me' } }, '/policy/holdout/by'],
  ])('%j is told, and the default holds', (policy, path) => {
    const { told, ...compiled } = compile(policy);
    expect(told).toEqual([`CONFIG_INVALID ${path}`]);
    const { told: _told, ...defaults } = compile({});
    expect(compiled).toEqual(defaults);
  });
});
