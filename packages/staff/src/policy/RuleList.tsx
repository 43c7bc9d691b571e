import { Link } from '@tanstack/react-router';
import type { PolicyRule } from '@yimen/contracts';
import { EmptyState, useText, useWords } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { ClauseLine } from './ClauseLine.tsx';
import { changeLink, historyLink, targetSearch } from './change-link.ts';
import { decisionColumns, decisionRows } from './decision-rows.ts';
import { scopeText } from './labels.ts';
import type { PolicyPartProps } from './ParameterList.tsx';
import { rulesByTopic } from './rule-topics.ts';
import { TableView } from './TableView.tsx';
import { TopicSection } from './TopicSection.tsx';
import { text } from './text.ts';

/** Rules by topic in words, with the text that computes beside them. */
export function RuleList({ policy, packId, search, editedIn }: PolicyPartProps) {
  const t = useText(text);
  const words = useWords();
  const found = policy.rules.filter(({ id, label }) =>
    [id, label.zh, label.en].some((one) => one.toLowerCase().includes((search ?? '').toLowerCase())),
  );
  if (found.length === 0) return <EmptyState title={policy.rules.length === 0 ? t('noRules') : t('nothingFound')} />;
  return (
    <div className="yp-topics">
      {rulesByTopic(found).map(({ title, rules }) => {
        const name = title === null ? t('otherRules') : words(title);
        return (
          <TopicSection key={`${name} ${search ?? ''}`} title={name} count={rules.length} search={search}>
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} packId={packId} editedIn={editedIn} />
            ))}
          </TopicSection>
        );
      })}
    </div>
  );
}

interface RuleRowProps {
  readonly rule: PolicyRule;
  readonly packId: string;
  readonly editedIn: string | undefined;
}

function RuleRow({ rule, packId, editedIn }: RuleRowProps) {
  const t = useText(text);
  const words = useWords();
  const scope = useText(scopeText);
  const format = useFormat();
  const label = words(rule.label);
  return (
    <li className="yp-row">
      <div className="yp-row-head">
        <h3>{label}</h3>
        <ToneTag>{scope(rule.on)}</ToneTag>
        <Link className="yp-quiet" {...historyLink(packId, rule.id)} aria-label={t('historyOf', { name: label })}>
          {t('history')}
        </Link>
        {editedIn === undefined ? null : (
          <Link
            className="yp-edit"
            {...changeLink(editedIn, targetSearch(rule.id, null))}
            aria-label={t('editNamed', { name: label })}
          >
            {t('edit')}
          </Link>
        )}
      </div>
      {rule.table === null ? null : (
        <TableView columns={decisionColumns(rule.table)} value={decisionRows(rule.table)} />
      )}
      {rule.words === null && rule.table === null ? <span className="yc-faint">{t('notSet')}</span> : null}
      {rule.words === null ? null : (
        <div className="yp-rule">
          <p>{words(rule.words)}</p>
          {rule.expression === null ? null : (
            <pre>
              <code>{rule.expression}</code>
            </pre>
          )}
        </div>
      )}
      {rule.sentence === null ? null : <p>{t('toldPeople', { sentence: words(rule.sentence) })}</p>}
      {rule.from === null ? null : <span className="yc-faint">{t('since', { date: format.date(rule.from) })}</span>}
      {rule.clause === null ? null : <ClauseLine clause={rule.clause} />}
    </li>
  );
}
