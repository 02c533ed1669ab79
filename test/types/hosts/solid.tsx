/** @jsxImportSource solid-js */
import 'antes/jsx/solid';
import type { AntesBadge } from 'antes/elements';
import type { JSX } from 'solid-js';

export function Sample(): JSX.Element {
  const seen = (badge: AntesBadge) => console.log(badge.count);
  return (
    <>
      <antes-badge
        ref={seen}
        id="help"
        class="mine"
        count={2}
        muted
        onClick={(event) => event.preventDefault()}
      />
      <antes-inline lang="es" />
      {/* @ts-expect-error -- a number */}
      <antes-badge count="2" />
      {/* @ts-expect-error -- there is no such property */}
      <antes-hint opened />
      {/* @ts-expect-error -- there is no such element */}
      <antes-popup />
    </>
  );
}
