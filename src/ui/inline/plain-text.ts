import type { Block, Inline } from '../text.js';

/** A text without any mark-up, for a description that is only heard. */
export function plainText(blocks: readonly Block[]): string {
  const say = (content: readonly Inline[]) =>
    content.map((part) => ('text' in part ? part.text : ' ')).join('');
  return blocks
    .flatMap((block) => (block.type === 'list' ? block.items.map(say) : [say(block.content)]))
    .join(' ');
}
