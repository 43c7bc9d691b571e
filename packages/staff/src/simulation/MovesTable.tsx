import type { SimulatedPolicy } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { CountCell } from './CountCell.tsx';
import { text } from './text.ts';
import { WideTable } from './WideTable.tsx';

/** From which class to which: what lies beside the diagonal has moved. */
export function MovesTable({ classes, moves }: Pick<SimulatedPolicy, 'classes' | 'moves'>) {
  const t = useText(text);
  const words = useWords();
  return (
    <>
      <p className="yc-faint yz-note">{t('movesHint')}</p>
      <WideTable label={t('moves')}>
        <thead>
          <tr>
            <th scope="col">{t('movesFrom')}</th>
            {classes.map(({ id, name }) => (
              <th key={id} scope="col">
                {words(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map(({ id, name }, was) => (
            <tr key={id}>
              <th scope="row">{words(name)}</th>
              {classes.map((to, is) => (
                <CountCell key={to.id} count={moves[was]?.[is] ?? 0} isMove={was !== is} />
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
