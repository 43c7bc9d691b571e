import { listRegions, type Region } from '@yimen/contracts';
import { Button, Field, TextInput, useText } from '@yimen/ui';
import { useState } from 'react';
import { searchable } from '../platform/searchable.ts';
import { useCall } from '../platform/use-call.ts';
import { useSettled } from '../platform/use-settled.ts';
import type { Place } from './draft.ts';
import { text } from './text.ts';

const SHOWN = 6;

export interface PlaceSearchProps {
  readonly id: string;
  readonly root: string;
  readonly onChoose: (place: Place) => void;
}

export function PlaceSearch({ id, root, onChoose }: PlaceSearchProps) {
  const t = useText(text);
  const [typed, setTyped] = useState('');
  const search = useSettled(searchable(typed));
  const found = useCall(listRegions, { query: { parent: root, search } }, { enabled: search !== '' });
  const places = search === '' ? [] : (found.data?.items ?? []).filter(isServed).slice(0, SHOWN);

  function choose(region: Region): void {
    setTyped('');
    onChoose(region);
  }

  return (
    <div className="yc-place-search">
      <Field id={id} label={t('placeSearch')}>
        <TextInput
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          placeholder={t('placeSearchExample')}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            // Enter chooses the first place; it must not send the report.
            event.preventDefault();
            if (places[0] !== undefined) choose(places[0]);
          }}
        />
      </Field>
      <p className="yc-report-help" role="status">
        {search !== '' && found.isSuccess ? resultLine(places.length) : null}
      </p>
      {places.length === 0 ? null : (
        <ul className="yc-place-results">
          {places.map((region) => (
            <li key={region.code}>
              <Button block className="yc-place-result" onClick={() => choose(region)}>
                <span className="yc-place-name">{region.name}</span>
                <span className="yc-place-path">{aboveIn(region, root)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function resultLine(count: number): string {
    return count === 0 ? t('placeNone', { typed: search }) : t('placeFound', { count });
  }
}

function isServed({ level }: Region): boolean {
  return level === 'township' || level === 'village';
}

/** 裕安区石婆店镇 of 三岔村; inside one county the township says enough. */
function aboveIn({ fullName, name }: Region, root: string): string {
  const above = fullName.slice(0, -name.length);
  const isOneCounty = root.slice(4, 6) !== '00';
  return isOneCounty ? (/[^市区县旗]+$/.exec(above)?.[0] ?? above) : above;
}
