import { Fen } from '@yimen/contracts';
import { useWords } from '@yimen/ui';
import { type ReactNode, useId, useState } from 'react';
import { findWrongNumber } from '../platform/form/find-wrong-number.ts';
import { MoneyField } from '../platform/form/MoneyField.tsx';

export interface LeverFigureProps {
  readonly name: string;
  readonly value: number;
  /** Null: the field was emptied. */
  readonly onTry: (fen: number | null) => void;
  readonly children: ReactNode;
}

interface Refused {
  readonly fen: number;
  readonly beside: number;
}

/** The exact sum. One that cannot be tried stays as it was typed and is refused below, until another figure is tried. */
export function LeverFigure({ name, value, onTry, children }: LeverFigureProps) {
  const words = useWords();
  const reasonId = useId();
  const [refused, setRefused] = useState<Refused>();
  const typed = refused?.beside === value ? refused.fen : value;
  const wrong = findWrongNumber('fen', Fen, typed);

  function weigh(fen: number | null): void {
    const isWrong = fen !== null && findWrongNumber('fen', Fen, fen) !== undefined;
    setRefused(isWrong ? { fen, beside: value } : undefined);
    if (!isWrong) onTry(fen);
  }

  return (
    <>
      <div className="yz-lever-figure">
        <MoneyField
          aria-label={name}
          value={typed}
          onChange={weigh}
          {...(wrong ? { status: 'error', 'aria-invalid': true, 'aria-describedby': reasonId } : {})}
        />
        {children}
      </div>
      {wrong ? (
        <p className="yz-lever-wrong" id={reasonId} role="alert">
          {words(wrong)}
        </p>
      ) : null}
    </>
  );
}
