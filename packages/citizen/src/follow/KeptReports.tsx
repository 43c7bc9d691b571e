import { Button, Card, useLanguage, useText, VisuallyHidden } from '@yimen/ui';
import { useState } from 'react';
import { sayMoment } from '../platform/say-moment.ts';
import { forgetReport, listKeptReports } from './kept-reports.ts';
import type { ReceiptPair } from './receipt-link.ts';
import { text } from './text.ts';

export function KeptReports({ onLook }: { readonly onLook: (pair: ReceiptPair) => void }) {
  const t = useText(text);
  const language = useLanguage();
  const [reports, setReports] = useState(listKeptReports);
  const [hasForgotten, setHasForgotten] = useState(false);
  const now = new Date();
  return (
    <>
      <VisuallyHidden live="polite">{hasForgotten ? t('forgotten') : null}</VisuallyHidden>
      {reports.length === 0 ? null : (
        <Card title={t('mine')}>
          <ul className="yc-kept">
            {reports.map(({ receiptNo, followCode, sentAt }) => (
              <li key={receiptNo}>
                <Button className="yc-kept-open" onClick={() => onLook({ receiptNo, followCode })}>
                  <span>{t('mineSent', { moment: sayMoment(sentAt, now, language) })}</span>
                  <span className="yc-kept-number">{receiptNo}</span>
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('forgetOne', { receiptNo })}
                  onClick={() => {
                    setReports(forgetReport(receiptNo));
                    setHasForgotten(true);
                  }}
                >
                  {t('forget')}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
