import { type BodyOf, type PersonHit, type ResponseOf, searchPersons } from '@yimen/contracts';
import { EmptyState, useText, useWords } from '@yimen/ui';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { RegionField } from '../intake/RegionField.tsx';
import { useCommand } from '../platform/call/use-command.ts';
import { clearFieldErrors, showFieldErrors } from '../platform/form/show-field-errors.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { PersonHitRow } from './PersonHitRow.tsx';
import { text } from './text.ts';
import './households.css';

export type SearchValues = BodyOf<typeof searchPersons>;
type Found = ResponseOf<typeof searchPersons>;

export interface PersonSearchProps {
  readonly initial?: Partial<SearchValues> | undefined;
  /** What can be done with somebody who was found. */
  readonly actionOf: (hit: PersonHit) => ReactNode;
  /** Registered in another remit: who to ask, and what can be done here. */
  readonly onElsewhere?: (elsewhere: NonNullable<Found['elsewhere']>, typed: SearchValues) => ReactNode;
  readonly onNothing?: (typed: SearchValues) => ReactNode;
  readonly onFound?: (found: Found, typed: SearchValues) => void;
}

/** By exact ID number, by name in a place, or by phone. Each search is written down. */
export function PersonSearch(props: PersonSearchProps) {
  const t = useText(text);
  const words = useWords();
  const [form] = Form.useForm<SearchValues>();
  const [typed, setTyped] = useState<SearchValues>({});
  const search = useCommand(searchPersons);

  function submit(values: SearchValues): void {
    clearFieldErrors(form);
    const given = Object.entries(values).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
    const body: SearchValues = Object.fromEntries(given);
    if (!body.idNumber && !body.name && !body.phone) {
      form.setFields([{ name: 'idNumber', errors: [t('searchNeeded')] }]);
      return;
    }
    setTyped(body);
    search.mutate(
      { body },
      {
        onSuccess: (found) => props.onFound?.(found, body),
        onError: (problem) => void showFieldErrors(form, problem, words),
      },
    );
  }

  return (
    <div className="yh-search">
      <Form
        form={form}
        layout="vertical"
        className="yh-search-form"
        initialValues={props.initial ?? {}}
        onFinish={submit}
      >
        <Form.Item name="idNumber" label={t('idNumber')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('name')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="regionCode" label={t('village')}>
          <RegionField allowClear anywhere={false} />
        </Form.Item>
        <Form.Item name="phone" label={t('phone')}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={search.isPending}>
          {t('search')}
        </Button>
      </Form>
      <div aria-live="polite">
        {search.error === null || search.error.fieldErrors.length > 0 ? null : <ProblemNotice problem={search.error} />}
        {search.data === undefined ? null : <Results {...props} found={search.data} typed={typed} />}
      </div>
    </div>
  );
}

function Results({
  found,
  typed,
  ...props
}: PersonSearchProps & { readonly found: Found; readonly typed: SearchValues }) {
  const t = useText(text);
  if (found.elsewhere !== null && props.onElsewhere !== undefined) return props.onElsewhere(found.elsewhere, typed);
  if (found.items.length === 0) {
    return (
      <EmptyState title={t('nobodyFound')} action={props.onNothing?.(typed)}>
        {t('nobodyFoundText')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="yc-faint">{t('foundCount', { count: found.items.length })}</p>
      <ul className="yh-hits">
        {found.items.map((hit) => (
          <PersonHitRow key={hit.personId} hit={hit} action={props.actionOf(hit)} />
        ))}
      </ul>
      {props.onNothing === undefined ? null : <div className="yh-not-listed">{props.onNothing(typed)}</div>}
    </>
  );
}
