import type { ComponentChildren } from 'preact';

interface ButtonProps {
  id: string;
  children: ComponentChildren;
  busy?: boolean;
  quiet?: boolean;
  disabled?: boolean;
  commit?: boolean;
  anchor?: string;
  type?: 'submit' | 'button';
  onClick?(): void;
}

/** While it is busy the button keeps the focus and its place, and takes no second press. */
export function Button({
  id,
  children,
  busy = false,
  quiet = false,
  disabled = false,
  commit = false,
  anchor,
  type = 'button',
  onClick,
}: ButtonProps) {
  return (
    <button
      id={id}
      type={type}
      class={`button ${quiet ? 'button--quiet' : ''} ${busy ? 'is-busy' : ''}`}
      disabled={disabled}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      data-antes-commit={commit ? '' : undefined}
      data-antes-anchor={anchor}
      onClick={busy ? undefined : onClick}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}
