import { render } from 'preact';
import { startPage } from '../ui/start-page.ts';
import { Welcome } from './welcome.tsx';

/** Entry of the page that is opened once, after the extension was installed. */
void startPage(() => render(<Welcome />, document.body));
