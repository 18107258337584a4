import { render } from 'preact';
import { uiLanguage } from '../protocol/client.ts';
import { Inspector } from './inspector.tsx';

/** Entry of the inspector, the page for whoever wants every detail. */
document.documentElement.lang = uiLanguage();
render(<Inspector />, document.body);
