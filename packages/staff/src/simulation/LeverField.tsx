import type { Lever } from '@yimen/contracts';
import { formatFen, useText, useWords } from '@yimen/ui';
import { Button, Slider } from 'antd';
import { formatPercent } from '../platform/show/figures.ts';
import { areaText } from '../policy/labels.ts';
import { LeverFigure } from './LeverFigure.tsx';
import { rangeOfLever } from './lever-range.ts';
import { text } from './text.ts';
import type { Levers } from './use-levers.ts';

export interface LeverFieldProps {
  readonly lever: Lever;
  readonly levers: Levers;
}

/** One figure to move: a slider for the hand, a field for the exact sum, and what holds and is drafted beside it. */
export function LeverField({ lever, levers }: LeverFieldProps) {
  const t = useText(text);
  const name = useLeverName(lever);
  const { before, drafted } = lever;
  const tried = levers.triedOf(lever);
  const value = tried ?? drafted ?? before ?? 0;
  const isDrafted = drafted !== null && drafted !== before;
  const range = rangeOfLever({ before, drafted, tried: tried ?? null });
  const attempt = (fen: number) => levers.attempt(lever, fen);
  const marks = {
    ...(before === null ? {} : { [before]: t('now') }),
    ...(isDrafted && !isCrowded(before, drafted, range) ? { [drafted]: t('drafted') } : {}),
  };
  return (
    <div className="yz-lever">
      <div className="yz-lever-head">
        <h4>{name}</h4>
        <span className="yc-faint yc-number">
          {before === null ? null : `${t('now')} ${formatFen(before)}`}
          {isDrafted ? ` · ${t('drafted')} ${formatFen(drafted)}` : null}
        </span>
        {tried === undefined ? null : (
          <Button type="link" size="small" className="yz-lever-back" onClick={() => levers.drop(lever)}>
            {t(isDrafted ? 'backToDraft' : 'backToNow')}
          </Button>
        )}
      </div>
      <div className="yz-lever-controls">
        <Slider
          {...range}
          value={value}
          marks={marks}
          onChange={attempt}
          tooltip={{ formatter: (fen) => formatFen(fen ?? 0) }}
          ariaLabelForHandle={name}
          ariaValueTextFormatterForHandle={(fen) => formatFen(fen)}
        />
        <LeverFigure
          name={t('yuanOf', { name })}
          value={value}
          onTry={(fen) => (fen === null ? levers.drop(lever) : attempt(fen))}
        >
          <span className="yz-lever-percent">{before === null ? '' : formatPercent(before, value)}</span>
        </LeverFigure>
      </div>
    </div>
  );
}

export function useLeverName({ label, area }: Pick<Lever, 'label' | 'area'>): string {
  const t = useText(text);
  const words = useWords();
  const areas = useText(areaText);
  return area === null ? words(label) : t('leverOf', { name: words(label), area: areas(area) });
}

/** Two marks that would stand on each other. */
function isCrowded(
  before: number | null,
  drafted: number,
  { min, max }: { readonly min: number; readonly max: number },
) {
  return before !== null && Math.abs(drafted - before) < (max - min) / 8;
}
