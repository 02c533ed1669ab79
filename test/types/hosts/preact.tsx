/** @jsxImportSource preact */
import 'antes/jsx/preact';
import type { AntesBadge } from 'antes/elements';
import { createRef, type VNode } from 'preact';

export function Sample(): VNode {
  const badge = createRef<AntesBadge>();
  return (
    <>
      <antes-badge
        ref={badge}
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
