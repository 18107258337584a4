import * as v from 'valibot';
import { hashText } from '../core/index.ts';
import type { SessionStorage } from '../platform/session-storage.ts';
import type { PopupView } from '../protocol/views.ts';
import { coalesce } from './coalesced.ts';

const storageName = 'banners';
/** Most tabs whose banner is remembered; the oldest go first. */
export const maxBanners = 200;
const stored = v.array(v.tuple([v.number(), v.string()]));

/**
 * Which tabs show a banner, and about what, so that nothing is done to a page when nothing has changed. Kept while the browser runs,
 * because the background may be stopped while a banner stands.
 */
export function createBanners(parts: {
  readonly storage: SessionStorage;
  /** Resolves when it is known whether the person wants banners. */
  readonly ready: Promise<void>;
  readonly isOn: () => boolean;
  /** Must not reject, as `hide`. */
  readonly show: (tabId: number, about: string, providerName: string) => Promise<void>;
  readonly hide: (tabId: number) => Promise<void>;
  readonly logProblem: (code: string) => void;
}) {
  const shown = new Map<number, string>();

  async function restore(): Promise<void> {
    await parts.ready;
    const parsed = v.safeParse(stored, await parts.storage.load(storageName));
    if (parsed.success) for (const [tabId, about] of parsed.output) shown.set(tabId, about);
  }

  const ready = restore().catch(() => parts.logProblem('banners-unreadable'));

  const save = coalesce(() =>
    parts.storage
      .save(storageName, [...shown].slice(-maxBanners))
      .catch(() => parts.logProblem('banners-unwritable')),
  );

  return {
    async showTab(tabId: number, view: PopupView): Promise<void> {
      const about = aboutOf(view);
      await ready;
      if (about !== null && parts.isOn()) {
        if (shown.get(tabId) === about) return;
        shown.set(tabId, about);
        // Not waited for: a page can be slow to let anything in.
        void parts.show(tabId, about, view.providerName ?? '');
      } else {
        if (!shown.delete(tabId)) return;
        void parts.hide(tabId);
      }
      await save();
    },

    /** The tab loads another page, or is closed: its banner has gone with the page. */
    async forget(tabId: number): Promise<void> {
      await ready;
      if (shown.delete(tabId)) await save();
    },
  };
}

/** Stands for the dangerous sessions of the page and what is wrong with them; names nobody. Null: nothing is dangerous. */
function aboutOf({ state, here }: PopupView): string | null {
  if (state !== 'session') return null;
  const found = here
    .filter(({ verdict }) => verdict === 'danger')
    .flatMap(({ id, inspections }) =>
      inspections.flatMap(({ outcomes }) =>
        outcomes.flatMap((outcome) =>
          outcome.outcome === 'fail' && outcome.severity === 'danger'
            ? [`${id} ${outcome.rule}`]
            : [],
        ),
      ),
    );
  return found.length === 0 ? null : hashText([...new Set(found)].sort().join('\n'));
}
