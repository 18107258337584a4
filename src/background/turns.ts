/** Does work of one kind one after the other, and work of different kinds side by side. What fails is told to who asked for it alone. */
export function createTurns(): <Value>(kind: number, work: () => Promise<Value>) => Promise<Value> {
  const last = new Map<number, Promise<unknown>>();
  return (kind, work) => {
    const before = last.get(kind) ?? Promise.resolve();
    const turn = before.then(work, work);
    last.set(kind, turn);
    const forget = () => {
      if (last.get(kind) === turn) last.delete(kind);
    };
    turn.then(forget, forget);
    return turn;
  };
}
