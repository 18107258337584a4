import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDiskWriter, diskDelayMs, diskRestMs } from '../../src/background/disk-writer.ts';
import { alwaysCalm, busyPage } from '../support/calm.ts';
import { createTestTable } from '../support/record-table.ts';

function setUp(calm = alwaysCalm) {
  const values = new Map<string, string>();
  const disk = createTestTable();
  const change = vi.spyOn(disk, 'change');
  const writer = createDiskWriter({
    table: disk,
    read: (name) => values.get(name),
    calm,
    logProblem: () => undefined,
    problem: 'unwritable',
  });
  const set = (name: string, value: string | null) => {
    if (value === null) values.delete(name);
    else values.set(name, value);
    writer.mark(name);
  };
  return { writer, disk, change, set };
}

describe('disk writer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a change after a quiet time is on disk soon', async () => {
    const { disk, set } = setUp();
    set('a', '1');
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    expect(disk.records.get('a')).toBe('1');
  });

  test('changes without end are written with a rest between, and the last of them too', async () => {
    const { disk, set } = setUp();
    const rounds = 20;
    for (let at = 0; at < rounds * 10; at++) {
      set('a', String(at));
      await vi.advanceTimersByTimeAsync(diskRestMs / 10);
    }
    expect(disk.writes()).toBeGreaterThan(rounds - 3);
    expect(disk.writes()).toBeLessThanOrEqual(rounds + 1);
    await vi.advanceTimersByTimeAsync(diskRestMs);
    expect(disk.records.get('a')).toBe(String(rounds * 10 - 1));
  });

  test('waits for calm, and counts as waiting until then', async () => {
    const { calm, end } = busyPage();
    const { writer, disk, set } = setUp(calm);
    set('a', '1');
    await vi.advanceTimersByTimeAsync(diskDelayMs * 2);
    set('a', '2');
    expect([disk.writes(), writer.pending()]).toEqual([0, ['a']]);
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect([...disk.records]).toEqual([['a', '2']]);
    expect([disk.writes(), writer.pending()]).toEqual([1, []]);
  });

  test('what was forgotten while it waited for calm costs no write and no rest', async () => {
    const { calm, end } = busyPage();
    const { writer, disk, set } = setUp(calm);
    set('a', '1');
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    await writer.clear();
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(disk.records.size).toBe(0);
    set('b', '1');
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    expect([...disk.records]).toEqual([['b', '1']]);
  });

  test('ten thousand names that came and went cost no write, and none of them waits', async () => {
    const { writer, disk, set } = setUp();
    for (let at = 0; at < 10_000; at++) {
      set(`n${at}`, 'made up');
      set(`n${at}`, null);
      expect(writer.pending().length).toBe(0);
    }
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    expect(disk.writes()).toBe(0);
  });

  test('what is on disk, or may be from before, is forgotten there', async () => {
    const { writer, disk, set } = setUp();
    disk.records.set('old', 'from before');
    writer.known(['old']);
    set('old', null);
    set('new', '1');
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    expect([...disk.records]).toEqual([['new', '1']]);
    set('new', null);
    await vi.advanceTimersByTimeAsync(diskRestMs + 1);
    expect(disk.records.size).toBe(0);
  });

  test('what goes while it is being written is forgotten by the next write', async () => {
    const { disk, change, set } = setUp();
    let goOn: () => void = () => undefined;
    change.mockImplementationOnce(async (kept) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      for (const [name, value] of kept) disk.records.set(name, value);
    });
    set('a', '1');
    await vi.advanceTimersByTimeAsync(diskDelayMs);
    set('a', null);
    goOn();
    await vi.advanceTimersByTimeAsync(1);
    expect(disk.records.size).toBe(1);
    await vi.advanceTimersByTimeAsync(diskRestMs);
    expect(disk.records.size).toBe(0);
  });
});
