import { Button, useText } from '@yimen/ui';
import { useState } from 'react';
import type { Place } from './draft.ts';
import { readLastPlace } from './last-place.ts';
import { PlaceLevel } from './PlaceLevel.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import { fieldId } from './section.ts';
import { shortName } from './short-name.ts';
import { text } from './text.ts';

export interface PlacePickerProps {
  readonly root: string;
  readonly place: Place | null;
  /** From the lists: there may be a closer level to choose. */
  readonly onChoose: (place: Place | null) => void;
  /** From the search or the last time: nothing more to choose. */
  readonly onFind: (place: Place) => void;
}

export function PlacePicker({ root, place, onChoose, onFind }: PlacePickerProps) {
  const t = useText(text);
  const [last] = useState(readLastPlace);
  return (
    <>
      {last === undefined || place !== null ? null : (
        <Button block onClick={() => onFind(last)}>
          {t('placeLast', { place: shortName(last.fullName) })}
        </Button>
      )}
      <PlaceSearch id={fieldId('place')} root={root} onChoose={onFind} />
      <p className="yc-report-help">{t('placeOrChoose')}</p>
      <PlaceLevel parent={{ code: root }} place={place} onChoose={onChoose} above={null} />
    </>
  );
}
