import { render } from 'preact';
import { startPage } from '../ui/start-page.ts';
import { Options } from './options.tsx';

/** Entry of the settings page. */
void startPage(() => render(<Options />, document.body));
