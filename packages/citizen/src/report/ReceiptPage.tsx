import { Link, useNavigate } from '@tanstack/react-router';
import { Button, buttonClass, Card, Checkbox, Page, Row, useLanguage, useText } from '@yimen/ui';
import { useState } from 'react';
import { forgetReport, keepReport, listKeptReports, receiptHash } from '../follow/index.ts';
import { BackHome } from '../platform/BackHome.tsx';
import { CallLink } from '../platform/CallLink.tsx';
import { sayMoment } from '../platform/say-moment.ts';
import { PHONES } from '../platform/text.ts';
import { CopyButton } from './CopyButton.tsx';
import { keepPlaceForVisit, keepPlaceOnDevice } from './last-place.ts';
import { keptReceipt, type Receipt } from './receipt.ts';
import { text } from './text.ts';
import './receipt.css';

export function ReceiptPage() {
  const t = useText(text);
  const [receipt] = useState(() => keptReceipt.read());
  if (receipt === undefined) return <NoReceipt />;
  const link = `${window.location.origin}/follow#${receiptHash(receipt)}`;
  return (
    <Page title={t('receiptTitle')} intro={t('receiptIntro', { window: receipt.windowName })} back={<BackHome />}>
      <Card tone="accent">
        <dl className="yc-receipt">
          <dt>{t('receiptNo')}</dt>
          <dd>{receipt.receiptNo}</dd>
          <dt>{t('followCode')}</dt>
          <dd className="yc-receipt-code">{receipt.followCode}</dd>
        </dl>
        <PrintedFacts receipt={receipt} />
        <p className="yc-receipt-keep">{t('keepBoth')}</p>
        <Row gap={1}>
          <CopyButton content={t('copyText', { receiptNo: receipt.receiptNo, followCode: receipt.followCode, link })} />
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </Row>
        <KeepOnPhone receipt={receipt} />
      </Card>
      <NextSteps receipt={receipt} />
      <Row gap={1}>
        <Link to="/follow" hash={receiptHash(receipt)} className={buttonClass({ kind: 'secondary' })}>
          {t('followNow')}
        </Link>
        <Link to="/report" className={buttonClass({ kind: 'quiet' })}>
          {t('reportAnother')}
        </Link>
      </Row>
      <LeaveNothing />
    </Page>
  );
}

/** Somebody else's phone: the next to hold it finds neither code nor place. */
function LeaveNothing() {
  const t = useText(text);
  const navigate = useNavigate();
  return (
    <p data-screen-only="" className="yc-receipt-borrowed">
      <span>{t('borrowedPhone')}</span>
      <Button
        kind="quiet"
        onClick={() => {
          keptReceipt.write(undefined);
          keepPlaceForVisit(undefined);
          void navigate({ to: '/', replace: true });
        }}
      >
        {t('leaveNothing')}
      </Button>
    </p>
  );
}

function NextSteps({ receipt }: { readonly receipt: Receipt }) {
  const t = useText(text);
  const language = useLanguage();
  const moment = sayMoment(receipt.expectedBy, new Date(receipt.sentAt), language);
  return (
    <Card title={t('nextTitle')}>
      <ol className="yc-next">
        {receipt.dutyPaged ? <li>{t('nextDutyPaged')}</li> : null}
        <li>{t('nextLook', { moment })}</li>
        <li>{t('nextVisit')}</li>
        <li>{receipt.leftPhone ? t('nextToldByPhone') : t('nextTold')}</li>
      </ol>
      <p className="yc-next-new">{t('somethingNew')}</p>
      <Row gap={1}>
        {receipt.windowPhone === null ? null : (
          <CallLink phone={receipt.windowPhone} label={t('windowCall')} kind="primary" />
        )}
        <CallLink phone={PHONES.hotline} label={t('hotlineCall')} />
      </Row>
    </Card>
  );
}

/** Off at first: the next person at a shared phone must not find the code. */
function KeepOnPhone({ receipt }: { readonly receipt: Receipt }) {
  const t = useText(text);
  const [isKept, setIsKept] = useState(() =>
    listKeptReports().some(({ receiptNo }) => receiptNo === receipt.receiptNo),
  );
  return (
    <div data-screen-only="" className="yc-receipt-remember">
      <Checkbox
        label={t('keepOnPhone')}
        help={t('keepOnPhoneHelp')}
        checked={isKept}
        onChange={(keep) => {
          if (keep) keepReport(receipt);
          else forgetReport(receipt.receiptNo);
          keepPlaceOnDevice(keep);
          setIsKept(keep);
        }}
      />
      <p className="yc-receipt-kept" role="status">
        {isKept ? t('keptOnPhone') : null}
      </p>
    </div>
  );
}

function PrintedFacts({ receipt }: { readonly receipt: Receipt }) {
  const t = useText(text);
  const language = useLanguage();
  return (
    <p className="yc-receipt-facts">
      {t('sentAt')} {sayMoment(receipt.sentAt, new Date(0), language)}
      <br />
      {t('receiptPlace')} {receipt.placeName}
    </p>
  );
}

function NoReceipt() {
  const t = useText(text);
  return (
    <Page title={t('noReceiptTitle')} intro={t('noReceiptText')} back={<BackHome />}>
      <Row gap={1}>
        <Link to="/follow" className={buttonClass({ kind: 'primary' })}>
          {t('followNow')}
        </Link>
        <Link to="/report" className={buttonClass({ kind: 'secondary' })}>
          {t('title')}
        </Link>
      </Row>
    </Page>
  );
}
