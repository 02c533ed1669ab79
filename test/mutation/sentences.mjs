import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Functions with a sentence for people among their arguments, and which one that is. */
const SENTENCES = { ConfigError: 1, report: 2, gate: 2 };

const REASON = 'A sentence for people: tests of its letters would only repeat it.';

/** Leaves the sentences out of which problems and gates are told about. Everything that decides is changed. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sentences', {
    shouldIgnore({ parent, key, listKey }) {
      const isCall = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
      return isCall && listKey === 'arguments' && SENTENCES[parent.callee.name] === key ? REASON : undefined;
    },
  }),
];
