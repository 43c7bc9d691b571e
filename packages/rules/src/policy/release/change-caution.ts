import { canonicalJson } from '../../canonical-json.ts';
import type { Text } from '../../text.ts';
import type { ParameterValue } from '../unit.ts';

/** What nobody would mean, though it is allowed: nothing changes, or a figure by a slip of the pen. */
export function cautionAbout({ was, wouldBe, is }: Changed): Text | undefined {
  if (was === null || is === null) return undefined;
  // What ends that day is prolonged.
  if (canonicalJson(was) === canonicalJson(is))
    return canonicalJson(wouldBe) === canonicalJson(is) ? NO_CHANGE : undefined;
  return typeof was === 'number' && typeof is === 'number' ? cautionAboutSize(was, is) : undefined;
}

/** Of what is repealed where no pack above sets it. */
export const NOTHING_LEFT: Text = {
  zh: '上级没有规定：从这一天起平台没有这一项，用到它的认定都会变为尚不能确定，请核对。',
  en: 'No pack above sets it: from that day it is missing, and whatever needs it is not yet known. Please check.',
};

interface Changed {
  /** On the day before. */
  readonly was: ParameterValue | null;
  /** On the day itself, were nothing changed. */
  readonly wouldBe: ParameterValue | null;
  readonly is: ParameterValue | null;
}

export const NO_CHANGE: Text = {
  zh: '与这一天之前的相同，没有改变，请核对。',
  en: 'This is what holds until then: nothing changes. Please check.',
};

function cautionAboutSize(was: number, is: number): Text | undefined {
  if (was === 0) return undefined;
  if (is === 0) return { zh: '降到了零，请核对。', en: 'This falls to nothing. Please check.' };
  if (Math.max(Math.abs(was / is), Math.abs(is / was)) < FAR) return undefined;
  return {
    zh: '与原来的数值相差十倍以上，请核对单位和位数。',
    en: 'This is ten times more or less. Please check the unit and the digits.',
  };
}

/** A digit too many or too few. */
const FAR = 10;
