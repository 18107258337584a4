import { render } from 'preact';
import { startPage } from '../ui/start-page.ts';
import { Inspector } from './inspector.tsx';

/** Entry of the inspector, the page for whoever wants every detail. */
void startPage(() => render(<Inspector />, document.body));
