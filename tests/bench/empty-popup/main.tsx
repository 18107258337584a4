import { render } from 'preact';

/** The least that a popup made with Preact can be. */
render(
  <main data-state="empty">
    <h1>Nothing is asked and nothing is shown but this line</h1>
  </main>,
  document.body,
);
