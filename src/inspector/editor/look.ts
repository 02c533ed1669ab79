import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The editor in the colours of the inspector, in both schemes. */
export const look: Extension = EditorView.theme({
  '&': {
    color: 'var(--_text)',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_control)',
    borderRadius: '6px',
    fontSize: '1em',
  },
  '&.cm-focused': { outline: '2px solid var(--_accent)', outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'var(--_mono)',
    lineHeight: '1.5',
    minHeight: '8em',
    maxHeight: 'max(12em, 60dvh)',
  },
  '.cm-content': { caretColor: 'var(--_text)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--_text)' },
  '.cm-gutters': {
    color: 'var(--_muted)',
    backgroundColor: 'var(--_raised)',
    borderRight: '1px solid var(--_line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--_accent) 9%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'color-mix(in srgb, var(--_accent) 32%, transparent)' },
  '.cm-selectionMatch, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--_accent) 18%, transparent)',
  },
  '.cm-foldPlaceholder': {
    color: 'var(--_muted)',
    backgroundColor: 'var(--_raised)',
    borderColor: 'var(--_line)',
  },
  '.cm-tooltip, .cm-panels': {
    color: 'var(--_text)',
    backgroundColor: 'var(--_raised)',
    border: '1px solid var(--_control)',
    maxWidth: 'min(460px, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--_on-accent)',
    backgroundColor: 'var(--_accent)',
  },
  '.cm-completionDetail': { color: 'inherit', fontStyle: 'normal' },
  '.cm-completionInfo': { padding: '6px 8px', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic': { padding: '4px 8px' },
  '.cm-diagnosticSource': { opacity: '1', color: 'var(--_muted)' },
  '.cm-panels input, .cm-panels button': { margin: '2px' },
  // What is chosen is shown by a background alone, and those are taken away.
  '@media (forced-colors: active)': {
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      forcedColorAdjust: 'none',
      backgroundColor: 'color-mix(in srgb, Highlight 40%, Canvas)',
    },
  },
  '.json-name': { color: 'var(--_accent)' },
  '.json-text': { color: 'var(--_good)' },
  '.json-value': { color: 'var(--_warn)' },
});
