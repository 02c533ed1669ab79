import { closed, flag, listOf, named, prop, ref, text, type Defs } from './build.js';

const number = { type: 'number' } as const;
const SCALARS = listOf(ref('Scalar'), 1);

/** How values are compared. */
export const matchers: Defs = {
  Matcher: {
    title: 'A value, a list of values, or tests such as {"gt": 3}',
    description:
      'A value (it must be equal), a list (one of them), or tests of which all must hold. What is not known matches nothing; only `exists: false` asks for it.',
    // By what it is, so that a slip is told about that kind alone.
    if: { type: 'object' },
    then: ref('MatcherTests'),
    else: { if: { type: 'array' }, then: SCALARS, else: ref('Scalar') },
    examples: ['card', ['card', 'paypal'], { gt: 3 }],
  },
  MatcherTests: closed(
    'Tests for a value',
    'All of them must hold.',
    {
      is: prop('Is', 'Equal to this.', ref('Scalar')),
      not: prop('Not', 'Known, and none of this: a value or a list of them.', {
        anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, SCALARS],
        examples: ['delivered', ['delivered', 'exception']],
      }),
      in: prop('In', 'One of these.', SCALARS, { examples: [['card_declined', 'insufficient_funds']] }),
      gt: prop('Greater than', 'A number greater than this.', number, { examples: [3] }),
      gte: prop('Greater or equal', 'A number of at least this.', number, { examples: [100] }),
      lt: prop('Less than', 'A number less than this.', number, { examples: [3] }),
      lte: prop('Less or equal', 'A number of at most this.', number, { examples: [100] }),
      contains: prop(
        'Contains',
        'A text with this in it, or a list with this among its values.',
        ref('Scalar'),
      ),
      startsWith: prop('Starts with', 'A text that begins like this.', text, { examples: ['/help'] }),
      endsWith: prop('Ends with', 'A text that ends like this.', text, { examples: ['.html'] }),
      exists: prop('Exists', '`false`: it is not known. `true`: it is, whatever it is.', flag, {
        examples: [false],
      }),
      before: prop('Before', 'A date to come, at most this far ahead.', ref('Duration'), {
        examples: ['2h'],
      }),
      olderThan: prop('Older than', 'A date longer ago than this.', ref('Duration'), { examples: ['7d'] }),
    },
    [],
    { minProperties: 1, examples: [{ gt: 3 }, { not: 'delivered' }, { exists: false }] },
  ),
  Filter: {
    ...named('Names with what each must be', 'Every named value must match.', ref('Matcher'), undefined, [
      { code: 'card_declined' },
      { 'payment.method': ['card', 'paypal'] },
    ]),
    minProperties: 1,
  },
};
