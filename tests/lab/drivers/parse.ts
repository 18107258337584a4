import * as v from 'valibot';
import type { BackgroundUse, PopupReading } from './driver.ts';

const popup = v.object({
  state: v.string(),
  verdict: v.nullable(v.string()),
  outcomes: v.record(v.string(), v.string()),
  actions: v.array(v.string()),
  text: v.string(),
});
const tab = v.object({ id: v.number(), title: v.string(), badge: v.string() });

export const parsePopup = (value: unknown): PopupReading => v.parse(popup, value);

export const parseTab = (value: unknown): v.InferOutput<typeof tab> => {
  const parsed = v.safeParse(tab, value);
  if (!parsed.success) throw new Error('the extension does not see the tab of the page');
  return parsed.output;
};

const use = v.nullable(v.object({ cpuMs: v.number(), bytes: v.number() }));

export const parseUse = (value: unknown): BackgroundUse | null => v.parse(use, value);
