import { EVENT_KINDS } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Select } from 'antd';
import { todayInShanghai } from '../casework/today.ts';
import { eventKindText } from '../discovery/labels.ts';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { RegionField } from './RegionField.tsx';
import { text } from './text.ts';

/** What happened and where: the place of the event decides who serves, whatever the hukou. */
export function EventSection({ placeName }: { readonly placeName: string | undefined }) {
  const t = useText(text);
  const event = useText(eventKindText);
  return (
    <Section id="intake-event" title={t('event')}>
      <div className="yi-fields">
        <Form.Item
          name={['event', 'kind']}
          label={t('eventKind')}
          rules={[{ required: true, message: t('kindNeeded') }]}
        >
          <Select options={EVENT_KINDS.map((value) => ({ value, label: event(value) }))} />
        </Form.Item>
        <Form.Item
          name={['event', 'occurredOn']}
          label={t('occurredOn')}
          rules={[{ required: true, message: t('dateNeeded') }]}
        >
          <CivilDateField max={todayInShanghai()} />
        </Form.Item>
        <Form.Item
          name={['event', 'placeRegionCode']}
          label={t('place')}
          rules={[{ required: true, message: t('placeNeeded') }]}
        >
          <RegionField knownName={placeName} />
        </Form.Item>
        <Form.Item name={['event', 'placeDetail']} label={t('placeDetail')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item
        name={['event', 'description']}
        label={t('description')}
        rules={[{ required: true, min: 2, message: t('descriptionNeeded') }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </Section>
  );
}
