import { type Antes, start } from 'antes';
import { useEffect, useRef } from 'react';

/** Starts Antes with the component and stops it with it. StrictMode does so twice, and that is fine. */
export function useAntes(register: (antes: Antes) => void) {
  const antes = useRef<Antes>(null);
  const latest = useRef(register);
  useEffect(() => {
    latest.current = register;
  });
  useEffect(() => {
    const started = start('/antes.json', { locale: 'en' });
    antes.current = started;
    latest.current(started);
    return () => started.stop();
  }, []);
  return antes;
}
