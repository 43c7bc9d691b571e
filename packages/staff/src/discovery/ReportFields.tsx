import { CLAIMED_URGENCIES, EVENT_KINDS, PeopleCount, REPORT_CHANNELS, REPORTER_KINDS } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Radio, Select } from 'antd';
import { todayInShanghai } from '../casework/today.ts';
import { RegionField } from '../intake/RegionField.tsx';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { NumberField } from '../platform/form/NumberField.tsx';
import { PhotoField } from '../platform/form/PhotoField.tsx';
import { useRange } from '../platform/form/use-range.ts';
import { useMe } from '../platform/session/use-me.ts';
import { channelText, claimedUrgencyText, eventKindText, reporterKindText } from './labels.ts';
import { text } from './text.ts';

export function ReportFields() {
  const t = useText(text);
  const event = useText(eventKindText);
  const urgency = useText(claimedUrgencyText);
  const me = useMe();
  return (
    <>
      <Form.Item name="claimedUrgency" label={t('howUrgent')} required>
        <Radio.Group
          optionType="button"
          options={CLAIMED_URGENCIES.map((value) => ({ value, label: urgency(value) }))}
        />
      </Form.Item>
      <div className="yd-fields">
        <Form.Item name="eventKind" label={t('event')} rules={[{ required: true, message: t('eventNeeded') }]}>
          <Select options={EVENT_KINDS.map((value) => ({ value, label: event(value) }))} />
        </Form.Item>
        <Form.Item name="occurredOn" label={t('occurredOn')}>
          <CivilDateField max={todayInShanghai()} />
        </Form.Item>
        <Form.Item name="placeRegionCode" label={t('place')} rules={[{ required: true, message: t('placeNeeded') }]}>
          <RegionField knownName={me.post?.regionName} />
        </Form.Item>
        <Form.Item name="placeDetail" label={t('placeDetail')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item
        name="whatHappened"
        label={t('whatHappened')}
        rules={[{ required: true, min: 4, message: t('whatNeeded') }]}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="photoIds" label={t('photos')}>
        <PhotoField />
      </Form.Item>
      <SubjectFields />
      <ReporterFields />
    </>
  );
}

function SubjectFields() {
  const t = useText(text);
  const within = useRange();
  return (
    <fieldset>
      <legend className="yd-legend">{t('subjectLegend')}</legend>
      <div className="yd-fields">
        <Form.Item name="subjectName" label={t('name')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="subjectPhone" label={t('phone')}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="subjectIdNumber" label={t('subjectIdNumber')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="peopleCount" label={t('peopleCount')} rules={[within('count', PeopleCount)]}>
          <NumberField />
        </Form.Item>
      </div>
    </fieldset>
  );
}

function ReporterFields() {
  const t = useText(text);
  const kind = useText(reporterKindText);
  const channel = useText(channelText);
  return (
    <fieldset>
      <legend className="yd-legend">{t('reporterLegend')}</legend>
      <div className="yd-fields">
        <Form.Item name="channel" label={t('channel')} required>
          <Select
            options={REPORT_CHANNELS.filter((value) => value !== 'public-page').map((value) => ({
              value,
              label: channel(value),
            }))}
          />
        </Form.Item>
        <Form.Item name="reporterKind" label={t('reporterKind')} required>
          <Select options={REPORTER_KINDS.map((value) => ({ value, label: kind(value) }))} />
        </Form.Item>
        <Form.Item name="reporterName" label={t('name')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="reporterPhone" label={t('phone')}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
    </fieldset>
  );
}
