/** @jsxImportSource react */
import 'antes/jsx/react';
import type { AntesBadge } from 'antes/elements';
import { useRef, type ReactElement } from 'react';

export function Sample(): ReactElement {
  const badge = useRef<AntesBadge>(null);
  return (
    <>
      <antes-badge
        ref={badge}
        id="help"
        className="mine"
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
