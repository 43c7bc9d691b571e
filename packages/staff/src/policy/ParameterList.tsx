import { Link } from '@tanstack/react-router';
import type { getPolicyPack, PolicyParameter, ResponseOf } from '@yimen/contracts';
import { EmptyState, useText, useWords } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { ClauseLine } from './ClauseLine.tsx';
import { changeLink, historyLink, targetSearch } from './change-link.ts';
import { areaText, sourceText, topicText } from './labels.ts';
import { TableView } from './TableView.tsx';
import { TopicSection } from './TopicSection.tsx';
import { text } from './text.ts';
import { byTopic } from './topics.ts';

export interface PolicyPartProps {
  readonly policy: ResponseOf<typeof getPolicyPack>;
  readonly packId: string;
  readonly search: string | undefined;
  /** Id of the draft that changes are chosen for. */
  readonly editedIn: string | undefined;
}

export function ParameterList({ policy, packId, search, editedIn }: PolicyPartProps) {
  const t = useText(text);
  const topic = useText(topicText);
  const found = policy.parameters.filter((parameter) => fits(parameter, search));
  if (found.length === 0) return <EmptyState title={t('nothingFound')} />;
  return (
    <div className="yp-topics">
      {[...byTopic(found)].map(([id, parameters]) => (
        <TopicSection key={`${id} ${search ?? ''}`} title={topic(id)} count={parameters.length} search={search}>
          {parameters.map((parameter) => (
            <ParameterRow key={parameter.id} parameter={parameter} packId={packId} editedIn={editedIn} />
          ))}
        </TopicSection>
      ))}
    </div>
  );
}

function fits({ id, label }: PolicyParameter, search: string | undefined): boolean {
  if (search === undefined) return true;
  return [id, label.zh, label.en].some((one) => one.toLowerCase().includes(search.toLowerCase()));
}

interface ParameterRowProps {
  readonly parameter: PolicyParameter;
  readonly packId: string;
  readonly editedIn: string | undefined;
}

function ParameterRow({ parameter, packId, editedIn }: ParameterRowProps) {
  const t = useText(text);
  const words = useWords();
  const label = words(parameter.label);
  return (
    <li className="yp-row" data-figures="">
      <div className="yp-row-head">
        <h3>{label}</h3>
        <Link className="yp-quiet" {...historyLink(packId, parameter.id)} aria-label={t('historyOf', { name: label })}>
          {t('history')}
        </Link>
      </div>
      <ul className="yp-values">
        {parameter.inForce.map((value) => (
          <ValueLine key={value.area ?? ''} parameter={parameter} value={value} editedIn={editedIn} />
        ))}
      </ul>
    </li>
  );
}

interface ValueLineProps {
  readonly parameter: PolicyParameter;
  readonly value: PolicyParameter['inForce'][number];
  readonly editedIn: string | undefined;
}

function ValueLine({ parameter, value, editedIn }: ValueLineProps) {
  const t = useText(text);
  const words = useWords();
  const area = useText(areaText);
  const source = useText(sourceText);
  const name = `${words(parameter.label)}${value.area === null ? '' : ` ${area(value.area)}`}`;
  return (
    <li className="yp-value">
      {value.area === null ? null : <span className="yp-area">{area(value.area)}</span>}
      {value.words === null ? (
        <span className="yc-faint" title={t('notSetText')}>
          {t('notSet')}
        </span>
      ) : (
        <strong className="yp-figure">{words(value.words)}</strong>
      )}
      <Validity value={value} />
      {value.sourceClass === null || value.sourceClass === 'official' ? null : (
        <ToneTag tone={value.sourceClass === 'platform-default' ? 'warning' : 'plain'}>
          {source(value.sourceClass)}
        </ToneTag>
      )}
      {editedIn === undefined ? null : (
        <Link
          className="yp-edit"
          {...changeLink(editedIn, targetSearch(parameter.id, value.area))}
          aria-label={t('editNamed', { name })}
        >
          {t('edit')}
        </Link>
      )}
      {value.clause === null ? null : <ClauseLine clause={value.clause} note={value.note} />}
      {parameter.unit === 'table' && Array.isArray(value.value) ? (
        <TableView columns={parameter.columns} value={value.value} />
      ) : null}
    </li>
  );
}

function Validity({ value }: Pick<ValueLineProps, 'value'>) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  if (value.from === null || value.fromPack === null) return null;
  const days =
    value.to === null
      ? t('since', { date: format.date(value.from) })
      : t('sinceTo', { from: format.date(value.from), to: format.date(value.to) });
  return (
    <span className="yc-faint">
      {days} · {t('fromPack', { name: words(value.fromPack.name) })}
    </span>
  );
}
