import { type CaseDetail, getCase } from '@yimen/contracts';
import { DoorMark, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { NotFoundPage } from '../platform/show/NotFoundPage.tsx';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { byWhomText } from './labels.ts';
import { text } from './text.ts';
import './casework.css';
import './notice.css';

/** The sheet the person takes home. */
export function NoticePage() {
  const s = useText(shell);
  const noticeId = usePageParam('noticeId');
  const file = useCall(getCase, { params: { id: usePageParam('caseId') } });
  if (file.error !== null) return <ProblemNotice problem={file.error} />;
  if (file.data === undefined) return <Skeleton label={s('loading')} lines={8} />;
  const notice = file.data.notices.find((one) => one.id === noticeId);
  return notice === undefined ? <NotFoundPage /> : <Sheet file={file.data} notice={notice} />;
}

interface SheetProps {
  readonly file: CaseDetail;
  readonly notice: CaseDetail['notices'][number];
}

function Sheet({ file, notice }: SheetProps) {
  const t = useText(text);
  const s = useText(shell);
  const me = useMe();
  const format = useFormat();
  return (
    <>
      <div data-screen-only="">
        <PageHeader
          title={t('noticeTitle')}
          actions={
            <Button type="primary" onClick={() => window.print()}>
              {s('print')}
            </Button>
          }
        />
      </div>
      <article className="yc-sheet">
        <header>
          <DoorMark size={36} />
          <h2>{t('sheetTitle')}</h2>
          <p className="yc-number">{file.caseNo}</p>
        </header>
        <p>{t('sheetTo', { name: file.household.headName })}</p>
        <p>{t('sheetIntro', { count: notice.items.length })}</p>
        <NoticeTable items={notice.items} />
        <p>{t('sheetNoPaper')}</p>
        <footer>
          <p>{file.officeName}</p>
          <p>{t('sheetPhone', { hotline: me.hotline })}</p>
          <p>{format.date(notice.issuedAt)}</p>
          <p className="yc-sheet-sign">{t('sheetSign')}</p>
        </footer>
      </article>
    </>
  );
}

function NoticeTable({ items }: Pick<SheetProps['notice'], 'items'>) {
  const t = useText(text);
  const byWhom = useText(byWhomText);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('sheetNumber')}</th>
          <th scope="col">{t('itemLabel')}</th>
          <th scope="col">{t('itemWhy')}</th>
          <th scope="col">{t('itemByWhom')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={item.label}>
            <td>{index + 1}</td>
            <td>{item.label}</td>
            <td>{item.why}</td>
            <td>{byWhom(item.byWhom)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
