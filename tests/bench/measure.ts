/** Rounds of each comparison; each round runs both sides, in turn first and second. */
export const rounds = 60;
/** Rounds before those, which are not counted: compilers and caches settle. */
export const warmUpRounds = 20;

export interface Row {
  readonly what: string;
  /** Readable measures of both sides; for memory of the heap and its bound. */
  readonly ours: string;
  readonly theirs: string;
  /** Ours divided by theirs. */
  readonly ratio: number;
  readonly target: number;
}

export interface Side<Input> {
  /** Handles every input; whatever it returns is waited for. */
  readonly run: (inputs: readonly Input[]) => Promise<void> | void;
}

/**
 * Compares two sides over the same number of inputs. `prepare` makes the inputs of one side in one round, outside of the
 * measured time. The ratio is the median of the rounds' ratios: the two sides of a round run within some milliseconds, so
 * that a computer that is busy with other things slows both.
 */
export async function compare<Input>(
  { what, target }: Pick<Row, 'what' | 'target'>,
  prepare: (round: number) => readonly Input[],
  ours: Side<Input>,
  theirs: Side<Input>,
): Promise<Row> {
  const measured: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    const time = async ({ run }: Side<Input>) => {
      const inputs = prepare(round);
      const started = performance.now();
      await run(inputs);
      return ((performance.now() - started) * 1000) / inputs.length;
    };
    const isOursFirst = round % 2 === 0;
    const first = await time(isOursFirst ? ours : theirs);
    const second = await time(isOursFirst ? theirs : ours);
    if (round < warmUpRounds) continue;
    measured.push(isOursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  return {
    what,
    ours: inMicroseconds(median(measured.map((round) => round.ours))),
    theirs: inMicroseconds(median(measured.map((round) => round.theirs))),
    ratio: median(measured.map((round) => round.ours / round.theirs)),
    target,
  };
}

export const isMet = ({ ratio, target }: Row): boolean => ratio <= target;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}

/** Fewer values do not tell where their median lies. */
export const minForInterval = 6;

/**
 * Two of the values, between which the true median lies with a probability of 95 % at least: ranks by the normal approximation of the
 * binomial distribution, rounded away from the middle.
 * @throws RangeError for less than `minForInterval` values
 */
export function medianInterval(values: readonly number[]): readonly [number, number] {
  if (values.length < minForInterval) throw new RangeError('too few values');
  const sorted = [...values].sort((a, b) => a - b);
  const half = (1.96 * Math.sqrt(sorted.length)) / 2;
  const low = Math.max(Math.floor(sorted.length / 2 - half), 1);
  return [sorted.at(low - 1) ?? Number.NaN, sorted.at(-low) ?? Number.NaN];
}

const inMicroseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} µs`;
