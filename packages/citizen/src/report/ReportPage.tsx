import { Button, ErrorSummary, Page, useText, useWords } from '@yimen/ui';
import { useEffect, useState } from 'react';
import { BackHome } from '../platform/BackHome.tsx';
import { fieldErrorsOf } from '../platform/field-errors.ts';
import { EventSection } from './EventSection.tsx';
import { findGaps, type Gap } from './find-gaps.ts';
import { PersonSection } from './PersonSection.tsx';
import { PhotoSection } from './PhotoSection.tsx';
import { PlaceSection } from './PlaceSection.tsx';
import { ReporterSection } from './ReporterSection.tsx';
import { SendSection } from './SendSection.tsx';
import { fieldId } from './section.ts';
import { text } from './text.ts';
import { UrgencySection } from './UrgencySection.tsx';
import { useDraft } from './use-draft.ts';
import { usePhotos } from './use-photos.ts';
import { useSendReport } from './use-send-report.ts';
import { writeReport } from './write-report.ts';
import './report.css';

/** Names of the server's fields where the page has another one. */
const PAGE_FIELD: Readonly<Record<string, string>> = {
  whatHappened: 'story',
  placeRegionCode: 'place',
  claimedUrgency: 'urgency',
};

export function ReportPage() {
  const t = useText(text);
  const words = useWords();
  const { draft, change, clear, wasRestored } = useDraft();
  const photos = usePhotos((photoIds) => change({ photoIds }), draft.photoIds);
  const sending = useSendReport(draft);
  // The gaps of the last attempt; a field that has been filled since is no longer one.
  const [attempted, setAttempted] = useState<readonly Gap[]>([]);
  const [isWaiting, setIsWaiting] = useState(false);

  const gaps = findGaps(draft).filter(({ field }) => attempted.some((gap) => gap.field === field));
  const refused = Object.fromEntries(
    Object.entries(fieldErrorsOf(sending.error)).map(([path, message]) => [PAGE_FIELD[path] ?? path, words(message)]),
  );

  function errorOf(field: string): string | undefined {
    const gap = gaps.find((one) => one.field === field);
    return gap === undefined ? refused[field] : t(gap.message);
  }

  function send(): void {
    const found = findGaps(draft);
    setAttempted(found);
    if (found.length > 0) return;
    if (photos.isSending) setIsWaiting(true);
    else sendNow();
  }

  function sendNow(): void {
    setIsWaiting(false);
    const eventKind = draft.eventKind ?? 'other';
    const body = writeReport(draft, t(`said:${eventKind}`));
    if (body !== undefined) sending.sendBody(body);
  }

  function startAgain(): void {
    photos.clear();
    clear();
    setAttempted([]);
    sending.reset();
    window.scrollTo({ top: 0 });
  }

  useEffect(() => {
    if (isWaiting && !photos.isSending) sendNow();
  });

  const section = { draft, change, errorOf };
  const summary = attempted.filter((gap) => gaps.some(({ field }) => field === gap.field));
  return (
    <Page title={t('pageTitle')} intro={t('pageIntro')} back={<BackHome />}>
      <form
        className="yc-report"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {wasRestored ? (
          <p className="yc-report-restored">
            {t('restored')}
            <Button kind="quiet" onClick={startAgain}>
              {t('startAgain')}
            </Button>
          </p>
        ) : null}
        <ErrorSummaryOfAttempt attempted={attempted} open={summary} />
        <UrgencySection {...section} />
        <EventSection {...section} />
        <PlaceSection {...section} />
        <fieldset className="yc-report-extra">
          <legend className="yc-report-legend">{t('extra')}</legend>
          <PersonSection {...section} />
          <PhotoSection photos={photos} />
          <ReporterSection {...section} />
        </fieldset>
        <SendSection
          problem={sending.error}
          isSending={sending.isPending}
          isWaitingForPhotos={isWaiting}
          onSendNow={sendNow}
        />
      </form>
    </Page>
  );
}

interface SummaryProps {
  readonly attempted: readonly Gap[];
  readonly open: readonly Gap[];
}

/** Takes the focus once per attempt, not at every keystroke that follows. */
function ErrorSummaryOfAttempt({ attempted, open }: SummaryProps) {
  const t = useText(text);
  const [shown, setShown] = useState<{
    readonly attempted: readonly Gap[];
    readonly errors: readonly SummaryError[];
  }>();
  if (shown?.attempted !== attempted) setShown({ attempted, errors: attempted.map(toError) });
  if (open.length === 0 || shown === undefined) return null;
  return <ErrorSummary title={t('needsAttention')} errors={shown.errors} />;

  function toError({ field, message }: Gap): SummaryError {
    return { fieldId: fieldId(field), message: t(message) };
  }
}

interface SummaryError {
  readonly fieldId: string;
  readonly message: string;
}
