import type { Keyed } from '../generated/row-part.ts';
import { calculate, compared, constantLike } from './arithmetic.ts';
import { LANES, type Lanes, type LaneType } from './graph.ts';
import { or } from './masks.ts';
import type { Aspect, RowStretch } from './row-stretch.ts';
import { converted, type NumberLanes } from './values.ts';

/** The answers to a key in each lane, of one aspect. */
export type Answers = (type: LaneType, aspect: Aspect) => Lanes;

interface Asked {
  readonly key: NumberLanes;
  readonly keyed: Keyed;
  /** Where the answers begin among those of the row. */
  readonly start: number;
  readonly stretch: RowStretch;
}

/** Each lane reads its answer at an address of its own; `base` where the rows differ too. */
export function answersByLane({ key, keyed, start, stretch }: Asked, base: Lanes | undefined): Answers {
  const { low, length } = keyed;
  // A lane beyond the last element, or one that is not known, must not reach beyond the answers.
  const least = calculate('greatest', key, constantLike(key, low));
  const within = calculate('least', least, constantLike(key, low + length - 1));
  const index = converted(calculate('-', within, constantLike(key, low), { low: 0, high: length - 1 }).lanes, 'i32');
  const indexes = Array.from({ length }, (_, at) => start + at);
  return (type, aspect) => {
    const offset = stretch.place({ kind: 'answers', indexes, type, aspect });
    return index.graph.make('keyed', type, base ? [index, base] : [index], offset);
  };
}

/** More classes than this are looked up lane by lane. */
const MOST_CLASSES = 3 * LANES;

/**
 * Sixteen answers at once out of a vector that holds one for each class of keys; undefined for too many classes. Of numbers
 * of four bytes there is such a vector for each byte.
 */
export function answersByClass({ key, keyed, start, stretch }: Asked, classes: readonly number[]): Answers | undefined {
  const { low, length } = keyed;
  if (classes.length >= MOST_CLASSES) return undefined;
  const { graph } = key.lanes;
  const own = classes.filter((value) => value >= low && value < low + length);
  const others = Array.from({ length }, (_, at) => low + at).find((value) => !classes.includes(value)) ?? low;
  const indexes = [others, ...own].map((value) => start + value - low);
  const place = own.reduce<Lanes>(
    (sum, value, at) => {
      const { holds } = compared('=', { ...key, known: graph.truth(true) }, constantLike(key, value));
      const here =
        holds.operator === 'constant'
          ? graph.constant('u8', 0)
          : graph.make('and', 'u8', [holds, graph.constant('u8', at + 1)]);
      return at === 0 ? here : graph.make('or', 'u8', [sum, here]);
    },
    graph.constant('u8', 0),
  );
  const bytes = (type: 'mask' | 'u8', aspect: Aspect): Lanes => {
    const offset = stretch.place({ kind: 'answers', indexes, type, aspect });
    const groups = Array.from({ length: Math.ceil(indexes.length / LANES) }, (_, group) => {
      const within = group === 0 ? place : graph.make('sub', 'u8', [place, graph.constant('u8', group * LANES)]);
      return graph.make('swizzle', type, [within], offset + group * LANES);
    });
    return groups.reduce((one, other) => (type === 'mask' ? or(one, other) : graph.make('or', 'u8', [one, other])));
  };
  return (type, aspect) => {
    if (type === 'mask' || type === 'u8') return bytes(type, aspect);
    const parts = (['byte 0', 'byte 1', 'byte 2', 'byte 3'] as const).map((byte) => bytes('u8', byte));
    return graph.make('joined', 'i32', parts);
  };
}
