import controls from '../ui/controls.css?inline';
import theme from '../ui/theme.css?inline';
import own from './popup.css?inline';

/**
 * Gives the popup its look. It comes with the script, which the popup shows nothing without: a browser asks for each further file of an
 * extension just while it is busy with opening the popup, and paints nothing before all style sheets are there.
 */
export function applyStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${theme}${controls}${own}`);
  document.adoptedStyleSheets = [sheet];
}
