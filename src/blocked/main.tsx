import { render } from 'preact';
import { startPage } from '../ui/start-page.ts';
import { BlockedPage } from './blocked-page.tsx';

/** Entry of the page that stands in the place of a webmail whose session is forged. Its address holds an id and nothing else. */
const id = new URLSearchParams(location.search).get('id') ?? '';
void startPage(() => render(<BlockedPage id={id} />, document.body));
