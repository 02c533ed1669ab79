import type { ComponentChildren } from 'preact';
import { t } from '../text.js';

interface FieldProps {
  id: string;
  label: string;
  value: string;
  error?: string | undefined;
  hint?: string;
  optional?: boolean;
  type?: string;
  autocomplete?: string;
  inputMode?: 'numeric' | 'tel' | 'email' | 'text';
  maxLength?: number;
  anchor?: string;
  class?: string;
  onInput(value: string): void;
  onBlur?(): void;
  after?: ComponentChildren;
}

/** A labelled text field that says in words what is wrong with it. */
export function Field({
  id,
  label,
  value,
  error,
  hint,
  optional,
  anchor,
  after,
  onInput,
  onBlur,
  ...rest
}: FieldProps) {
  const { class: extra = '', type = 'text', maxLength = 120, autocomplete, inputMode } = rest;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class={`field ${extra} ${error ? 'field--wrong' : ''}`}>
      <label for={id}>
        {label} {optional && <span class="optional">({t('optional')})</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="field__row">
        <input
          id={id}
          name={id}
          type={type}
          value={value}
          maxLength={maxLength}
          autocomplete={autocomplete}
          inputMode={inputMode}
          required={!optional}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy || undefined}
          data-antes-anchor={anchor}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={onBlur}
        />
        {after}
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p class="error" id={`${id}-error`}>
      {error}
    </p>
  ) : null;
}

/** Puts the caret where the first mistake is, after the messages have been rendered. */
export function focusFirst(ids: string[]): void {
  requestAnimationFrame(() => {
    const field = ids.map((id) => document.getElementById(id)).find(Boolean);
    field?.focus();
  });
}
