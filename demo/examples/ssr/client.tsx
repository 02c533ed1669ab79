import { hydrateRoot } from 'react-dom/client';
import { Page } from './Page';

hydrateRoot(document, <Page script={new URL(import.meta.url).pathname} />);
