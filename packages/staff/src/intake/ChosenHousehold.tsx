import { Link } from '@tanstack/react-router';
import { useText } from '@yimen/ui';
import { Button } from 'antd';
import type { Chosen } from './intake-input.ts';
import { usePlace } from './region-names.ts';
import { text } from './text.ts';

export interface ChosenHouseholdProps {
  readonly chosen: Chosen;
  readonly onAgain: () => void;
}

export function ChosenHousehold({ chosen, onAgain }: ChosenHouseholdProps) {
  const t = useText(text);
  return (
    <div className="yi-chosen">
      <Words chosen={chosen} />
      <Button onClick={onAgain}>{t('searchAgain')}</Button>
    </div>
  );
}

function Words({ chosen }: Pick<ChosenHouseholdProps, 'chosen'>) {
  const t = useText(text);
  const place = usePlace();
  if (chosen.is === 'known') {
    return (
      <span>
        <strong>{t('householdOf', { name: chosen.name })}</strong>{' '}
        <span className="yc-faint">{place(chosen.regionName)}</span>{' '}
        <Link to={`/households/${chosen.householdId}` as string} target="_blank">
          {t('openHousehold')}
        </Link>
      </span>
    );
  }
  if (chosen.is === 'of-person') {
    return (
      <span>
        <strong>{t('aloneTitle', { name: chosen.name })}</strong>{' '}
        <span className="yc-faint">{t('aloneText', { place: place(chosen.regionName) })}</span>
      </span>
    );
  }
  if (chosen.is === 'known-elsewhere') {
    return (
      <span>
        <strong>{t('servedHere')}</strong>{' '}
        <span className="yc-faint">{t('servedHereText', { office: chosen.officeName })}</span>
      </span>
    );
  }
  return (
    <span>
      <strong>{t('newHousehold')}</strong> <span className="yc-faint">{t('newHouseholdText')}</span>
    </span>
  );
}
