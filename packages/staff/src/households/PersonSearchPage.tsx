import { Link } from '@tanstack/react-router';
import { Notice, useText } from '@yimen/ui';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { PersonSearch } from './PersonSearch.tsx';
import { text } from './text.ts';
import '../casework/casework.css';

export function PersonSearchPage() {
  const t = useText(text);
  return (
    <>
      <PageHeader meta={t('searchMeta')} />
      <div className="yc-panel">
        <PersonSearch
          actionOf={(hit) =>
            hit.householdId === null ? null : (
              <Link to={`/households/${hit.householdId}` as string} aria-label={t('openOf', { name: hit.name })}>
                {t('openHousehold')}
              </Link>
            )
          }
          onElsewhere={(elsewhere) => (
            <Notice title={t('elsewhereTitle')}>
              {t('elsewhereAsk', { office: elsewhere.officeName, phone: elsewhere.officePhone ?? t('noPhone') })}
            </Notice>
          )}
        />
      </div>
    </>
  );
}
