import {
  autocompletion,
  snippet,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { linter, lintGutter, type Diagnostic } from '@codemirror/lint';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import { check, schemaOf } from '../../check/check.js';
import type { Finding } from '../../check/finding.js';
import { complete, type Proposal } from './completion.js';
import { namesFor } from './names.js';
import { look } from './look.js';

/** A text of this many letters is checked in well under a blink. */
const CHECK_AFTER_MS = 300;

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly root: ShadowRoot;
  readonly text: string;
  /** Names that elements of the page have. */
  anchors(): readonly string[];
  /** What is wrong with what is written now. */
  found(findings: readonly Finding[]): void;
  /** Ctrl+Enter, or ⌘+Enter. */
  go(): void;
}

export interface Editor {
  readonly text: string;
  write(text: string): void;
  /** Sets the caret to a place, counted from 1. */
  goTo(line: number, column: number): void;
  stop(): void;
}

const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, class: 'json-name' },
  { tag: tags.string, class: 'json-text' },
  { tag: [tags.number, tags.bool, tags.null], class: 'json-value' },
]);

const asCompletion = ({ apply, detail, info, label }: Proposal, i: number, key: boolean): Completion => ({
  label,
  displayLabel: label,
  detail,
  info,
  type: key ? 'property' : 'constant',
  apply: apply.includes('${}') ? snippet(apply) : apply,
  // In the order in which the schema has them.
  boost: -Math.min(99, i),
});

/**
 * What is typed over a selection takes on its colours: Chromium does that with a style attribute, which a strict policy
 * refuses. So the editor replaces it itself.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || !event.data || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/** An editor for configurations: what is wrong is told at its place, and what may come is offered with what it means. */
export function createEditor(options: EditorOptions): Editor {
  const names = namesFor(options.anchors);
  const source = ({ explicit, pos, state }: CompletionContext): CompletionResult | null => {
    const found = complete(schemaOf(), state.doc.toString(), pos, names);
    if (!found || (!explicit && found.from === found.to)) return null;
    return {
      from: found.from,
      to: found.to,
      options: found.options.map((one, i) => asCompletion(one, i, found.key)),
      filter: found.from < pos,
    };
  };

  const lint = linter(
    (view): Diagnostic[] => {
      const { doc } = view.state;
      const findings = check(doc.toString());
      options.found(findings);
      return findings.map(({ code, column, expected, line, message, severity, suggestion }): Diagnostic => {
        const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
        const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
        const node = syntaxTree(view.state).resolveInner(from, 1);
        const more = [
          ...(expected === undefined ? [] : [`Expected ${expected}.`]),
          ...(suggestion === undefined ? [] : [`Did you mean ${suggestion}?`]),
        ];
        return {
          from,
          to: Math.max(from, Math.min(node.to, at.to)),
          severity,
          source: code,
          message: [`${message}.`, ...more].join(' '),
        };
      });
    },
    { delay: CHECK_AFTER_MS },
  );

  const view = new EditorView({
    doc: options.text,
    parent: options.parent,
    root: options.root,
    extensions: [
      keymap.of([{ key: 'Mod-Enter', run: () => (options.go(), true) }]),
      basicSetup,
      json(),
      lint,
      lintGutter(),
      autocompletion({ override: [source], icons: false }),
      typedOver,
      syntaxHighlighting(COLOURS),
      look,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'Configuration, as JSON', tabindex: '0' }),
    ],
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    write: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    goTo(line, column) {
      const { doc } = view.state;
      const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
      view.dispatch({
        selection: { anchor: Math.min(at.from + Math.max(column - 1, 0), at.to) },
        scrollIntoView: true,
      });
      view.focus();
    },
    stop: () => view.destroy(),
  };
}
