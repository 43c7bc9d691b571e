import type { PolicyTable } from '@yimen/contracts';
import { useState } from 'react';
import { decisionColumns, decisionRows, withRows } from '../decision-rows.ts';
import type { Row } from '../grid-cells.ts';
import { DecisionShape } from './DecisionShape.tsx';
import { TableGrid } from './TableGrid.tsx';

export interface DecisionFieldProps {
  /** Antd Form.Item passes these. */
  readonly value?: PolicyTable;
  readonly onChange?: (table: PolicyTable) => void;
}

/** A decision table: how its rows are taken, what it asks, and its rows in the grid. */
export function DecisionField({ value, onChange }: DecisionFieldProps) {
  // The grid keeps what is half typed; another shape of the table begins it anew.
  const [shape, setShape] = useState(0);
  const [hasNotes, setHasNotes] = useState(() => value?.rules.some(({ note }) => note) ?? false);
  if (value === undefined) return null;
  return (
    <>
      <DecisionShape
        table={value}
        hasNotes={hasNotes}
        onChange={(table) => onChange?.(table)}
        onReshape={(table, withNotes = hasNotes) => {
          onChange?.(table);
          setHasNotes(withNotes);
          setShape(shape + 1);
        }}
      />
      <TableGrid
        key={shape}
        columns={decisionColumns(value, hasNotes)}
        value={decisionRows(value)}
        onChange={(rows) =>
          onChange?.(
            withRows(value, Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === 'object') : []),
          )
        }
      />
    </>
  );
}
