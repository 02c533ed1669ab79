import { expect } from '@open-wc/testing';
import { start } from '../../../src/development.js';
import type { Antes } from '../../../src/index.js';

describe('the development build', () => {
  const { warn } = console;
  let said: string[] = [];
  let antes: Antes;
  beforeEach(() => {
    said = [];
    console.warn = (text: string) => void said.push(text);
  });
  afterEach(() => {
    antes.stop();
    console.warn = warn;
  });

  it('tells problems in full, those that were there at once as well, each once', () => {
    antes = start({ version: 1, triggers: [], triggesr: [] } as never, { storage: null });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('Antes: CONFIG_UNKNOWN_KEY at /triggesr').and.to.contain('What to do: ');
    antes.emit('not a name');
    expect(said).to.have.length(2);
    expect(said[1]).to.contain('Antes: BAD_CALL at emit()');
  });

  it('a second start is told once', () => {
    antes = start({ version: 1, triggers: [] }, { storage: null });
    start({ version: 1, triggers: [] }).stop();
    expect(said.map((text) => text.split('\n')[0])).to.deep.equal(['Antes: DUPLICATE_LOAD at start()']);
  });
});
