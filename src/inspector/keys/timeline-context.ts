import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Plot } from './use-plot.ts';

/** What every part of the picture needs of the whole. */
export interface TimelineParts {
  readonly plot: Plot;
  readonly nowMs: number;
  /** The key that the tab key leads to. */
  readonly stop: string | null;
  readonly onStop: (id: string) => void;
}

export const TimelineContext = createContext<TimelineParts | null>(null);

export function useTimeline(): TimelineParts {
  const parts = useContext(TimelineContext);
  if (parts === null) throw new Error('outside of a timeline');
  return parts;
}
