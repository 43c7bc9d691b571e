import type { getRedetermination, ResponseOf } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { Section } from '../platform/layout/Section.tsx';
import { formatCount as count, formatDifference } from '../platform/show/figures.ts';
import { useFilters } from '../platform/use-page.ts';
import { changeKindText } from './labels.ts';
import { text } from './text.ts';

/** Which changes there are and how far the townships have got; both lead into the held list. */
export function RunFindings({ run }: { readonly run: ResponseOf<typeof getRedetermination> }) {
  const t = useText(text);
  const words = useWords();
  const kinds = useText(changeKindText);
  const [, change] = useFilters();
  const isComputed = run.computedAt !== null;
  if (run.changes.length === 0 && run.townships.length === 0) {
    return (
      <Section id="found" title={t('found')}>
        <p className="yc-faint">{t(isComputed ? 'nothingFound' : 'notYet')}</p>
      </Section>
    );
  }
  return (
    <div className="yr-two">
      <Section id="found" title={t('found')}>
        <Figures
          head={[t('kind'), t('households'), t('amountChange')]}
          rows={run.changes.map(({ programme, programmeName, kind, households, changeFen }) => ({
            key: `${programme} ${kind}`,
            name: `${words(programmeName)} · ${kinds(kind)}`,
            figures: [count(households), changeFen === 0 ? '' : formatDifference(0, changeFen)],
            onShow: () => change({ programme, kind, township: undefined }),
          }))}
        />
      </Section>
      <Section id="townships" title={t('byTownship')}>
        <Figures
          head={[t('township'), t('open'), t('decided')]}
          rows={run.townships.map(({ regionCode, regionName, open, decided }) => ({
            key: regionCode,
            name: regionName,
            figures: [count(open), count(decided)],
            onShow: () => change({ township: regionCode, kind: undefined, programme: undefined }),
          }))}
        />
      </Section>
    </div>
  );
}

interface FiguresProps {
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly figures: readonly string[];
    readonly onShow: () => void;
  }[];
}

function Figures({ head, rows }: FiguresProps) {
  const t = useText(text);
  return (
    <table className="yr-figures">
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">
            <span className="ym-visually-hidden">{t('show')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, figures, onShow }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {head.slice(1).map((title, index) => (
              <td key={title}>{figures[index]}</td>
            ))}
            <td>
              <Button type="link" size="small" aria-label={t('showOf', { name })} onClick={onShow}>
                {t('show')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
