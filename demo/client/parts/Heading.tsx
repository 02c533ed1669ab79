import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.js';

let first = true;

/** The title of a step: names the page, and takes the focus when the step was reached inside the page. */
export function Heading({ title, wrong = false }: { title: string; wrong?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) {
      heading.current?.focus();
      window.scrollTo(0, 0);
    }
    first = false;
  }, []);
  useEffect(() => {
    document.title = `${wrong ? `${t('errorPrefix')} ` : ''}${title} · Tinaja`;
  }, [title, wrong]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
