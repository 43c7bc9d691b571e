import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { text } from '../text.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import type { ChangeFormProps, Typed } from './change-form.ts';
import { useLiveCheck } from './use-live-check.ts';

interface Values {
  readonly title?: string;
  readonly titleEn?: string;
  readonly docNo?: string;
  readonly issuer?: string;
  readonly issuedOn?: string | null;
  readonly effectiveFrom?: string;
  readonly sourceUrl?: string;
  readonly article?: string;
  readonly articleEn?: string;
  readonly paraphrase?: string;
  readonly paraphraseEn?: string;
}

/** The document that sets the new figures, with the article they rest on. */
export function DocumentForm({ release, stored, onDone }: ChangeFormProps) {
  const t = useText(text);
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => `doc-${release.effectiveOn}-${crypto.randomUUID().slice(0, 4)}`);
  const toContent = (values: Values) => contentFrom(id, values);
  const check = useLiveCheck(release.id, stored?.id ?? null, toContent(Form.useWatch([], form) ?? {}));
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  const input = <Input maxLength={500} />;
  return (
    <ChangeFrame<Values>
      {...{ form, release, stored, onDone, toContent, check }}
      initialValues={{ effectiveFrom: release.effectiveOn }}
    >
      <div className="yp-two">
        <Form.Item name="title" label={t('documentTitle')} rules={needed}>
          {input}
        </Form.Item>
        <Form.Item name="titleEn" label={t('documentTitleEn')} rules={needed}>
          {input}
        </Form.Item>
        <Form.Item name="docNo" label={t('docNo')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="issuer" label={t('issuer')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="issuedOn" label={t('issuedOn')}>
          <CivilDateField />
        </Form.Item>
        <Form.Item name="effectiveFrom" label={t('documentFrom')} rules={[{ required: true, message: t('needed') }]}>
          <CivilDateField />
        </Form.Item>
      </div>
      <Form.Item name="sourceUrl" label={t('sourceUrl')} rules={[{ type: 'url', message: t('needed') }]}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="yp-two">
        <Form.Item name="article" label={t('article')} rules={needed}>
          {input}
        </Form.Item>
        <Form.Item name="articleEn" label={t('articleEn')} rules={needed}>
          {input}
        </Form.Item>
        <Form.Item name="paraphrase" label={t('paraphrase')} extra={t('paraphraseHint')} rules={needed}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item name="paraphraseEn" label={t('paraphraseEn')} rules={needed}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </div>
    </ChangeFrame>
  );
}

function contentFrom(id: string, values: Values): Typed {
  const { title, titleEn, issuer, effectiveFrom, article, articleEn, paraphrase, paraphraseEn } = values;
  if (!title || !titleEn || !issuer || !effectiveFrom) return undefined;
  if (!article || !articleEn || !paraphrase || !paraphraseEn) return undefined;
  return {
    kind: 'document',
    instrument: {
      id,
      title: { zh: title, en: titleEn },
      docNo: values.docNo || null,
      issuer,
      issuedOn: values.issuedOn ?? null,
      effectiveFrom,
      effectiveTo: null,
      sourceUrl: values.sourceUrl || null,
      sourceClass: 'official',
    },
    clauses: [
      { id: `${id}.1`, article: { zh: article, en: articleEn }, paraphrase: { zh: paraphrase, en: paraphraseEn } },
    ],
  };
}
