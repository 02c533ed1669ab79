import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/ui/inline/plain-text.js';
import { parseText, safeHref } from '../../../src/ui/text.js';

const BASE = 'https://shop.example/checkout/payment';
const parse = (text: string) => parseText(text, BASE);

describe('parseText', () => {
  it('keeps plain text in one paragraph', () => {
    expect(parse('Nothing was charged.')).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Nothing was charged.' }] },
    ]);
  });

  it('splits at empty lines and breaks at single ones', () => {
    expect(parse('One\nTwo\n\nThree')).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'One' }, { type: 'break' }, { type: 'text', text: 'Two' }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Three' }] },
    ]);
  });

  it('knows bold, and leaves lone stars alone', () => {
    expect(parse('a **b c** d')[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'a ' },
        { type: 'bold', text: 'b c' },
        { type: 'text', text: ' d' },
      ],
    });
    expect(parse('2 ** 3 * 4')).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: '2 ** 3 * 4' }] },
    ]);
  });

  it('knows lists between paragraphs', () => {
    const blocks = parse('First:\n- one\n- **two**\nThen');
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'list', 'paragraph']);
    expect(blocks[1]).toMatchObject({ items: [[{ text: 'one' }], [{ type: 'bold', text: 'two' }]] });
  });

  it('knows links, and says which lead elsewhere', () => {
    expect(parse('[a](/b) [c](https://bank.example/)')[0]).toMatchObject({
      content: [
        { type: 'link', text: 'a', href: 'https://shop.example/b', elsewhere: false },
        { type: 'text', text: ' ' },
        { type: 'link', text: 'c', href: 'https://bank.example/', elsewhere: true },
      ],
    });
  });

  it('keeps the text of a link that may not be one', () => {
    expect(parse('[press](javascript:alert) here')[0]).toMatchObject({
      content: [{ text: 'press' }, { text: ' here' }],
    });
  });

  it('is no mark-up language of the browser', () => {
    expect(parse('<img src=x onerror=1>')).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: '<img src=x onerror=1>' }] },
    ]);
  });

  it('takes any text, loses no word of plain ones, and never makes an unsafe link', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '*',
            '[',
            ']',
            '(',
            ')',
            '-',
            ' ',
            '\n',
            'a',
            ':',
            '/',
            'javascript:',
            'https://x.y',
          ),
        }),
        (text) => {
          for (const block of parse(text)) {
            const parts = block.type === 'list' ? block.items.flat() : block.content;
            for (const part of parts) if (part.type === 'link') expect(part.href).toMatch(/^https:/);
          }
        },
      ),
    );
  });
});

describe('safeHref', () => {
  it.each(['https://a.b/', 'tel:+34900123456', 'mailto:a@b.c', 'sms:123', '/path', '#part', '?q'])(
    'lets %s through',
    (href) => {
      expect(safeHref(href, BASE)).toBeDefined();
    },
  );
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:1',
    'data:text/html,x',
    'http://shop.example/',
    'ftp://a',
    'vbscript:1',
    'blob:x',
    'https://',
  ])('refuses %s', (href) => {
    expect(safeHref(href, BASE)).toBeUndefined();
  });
  it('lets http through on its own http page only', () => {
    expect(safeHref('/a', 'http://localhost:3000/')).toEqual({
      href: 'http://localhost:3000/a',
      elsewhere: false,
    });
    expect(safeHref('http://other/', 'http://localhost:3000/')).toBeUndefined();
  });
  it('has no same origin on an opaque page', () => {
    expect(safeHref('/a', 'about:srcdoc')).toBeUndefined();
  });
});

it('plainText leaves only words', () => {
  expect(plainText(parse('Try **this**:\n- one\n- [two](/2)'))).toBe('Try this: one two');
});
