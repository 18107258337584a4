import { findProvider, type Sighting } from '../core/index.ts';
import type { Webmails } from './session-view.ts';

/** Webmails that the person turned off, by their ids. */
export type OffWebmails = ReadonlySet<string>;

/**
 * Lets sightings through but those of webmails that are turned off. What comes before it is known which these are waits for that, which
 * takes some milliseconds after a start of the background. Hosts of such webmails are not watched at all; this is for
 * interfaces that several webmails share, and for those first milliseconds.
 */
export function createGate(parts: {
  readonly ready: Promise<void>;
  readonly off: () => OffWebmails;
  readonly webmails: () => Webmails;
  readonly receive: (sighting: Sighting) => void;
}): (sighting: Sighting) => void {
  let isOpen = false;
  const opened = parts.ready.then(() => {
    isOpen = true;
  });

  function pass(sighting: Sighting): void {
    const off = parts.off();
    if (off.size > 0) {
      const webmail = findProvider(sighting.host, sighting.documentHost, parts.webmails());
      if (webmail !== null && off.has(webmail.id)) return;
    }
    parts.receive(sighting);
  }

  return (sighting) => {
    if (isOpen) pass(sighting);
    else void opened.then(() => pass(sighting));
  };
}
