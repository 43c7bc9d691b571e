import type { BodyOf, createReport, Me } from '@yimen/contracts';

type Body = BodyOf<typeof createReport>;

export type ReportValues = Pick<
  Body,
  'placeRegionCode' | 'eventKind' | 'whatHappened' | 'claimedUrgency' | 'reporterKind' | 'channel'
> &
  Partial<Body>;

/** Roles that take reports from others name the channel they sit at; everybody else reports for the own unit. */
const START: Readonly<Record<string, Pick<Body, 'channel' | 'reporterKind'>>> = {
  'hotline-agent': { channel: 'hotline', reporterKind: 'hotline' },
  'window-clerk': { channel: 'window', reporterKind: 'self' },
  'county-clerk': { channel: 'window', reporterKind: 'self' },
  'village-assistant': { channel: 'village', reporterKind: 'village-committee' },
  'social-worker': { channel: 'visit', reporterKind: 'social-worker' },
  'charity-worker': { channel: 'unit', reporterKind: 'charity' },
  'rescue-staff': { channel: 'unit', reporterKind: 'rescue-station' },
};

export function startOf(me: Me, today: string): Partial<ReportValues> {
  const role = me.post?.role ?? '';
  return {
    ...(START[role] ?? { channel: 'unit', reporterKind: 'other' }),
    claimedUrgency: 'today',
    occurredOn: today,
    ...(me.post === null ? {} : { placeRegionCode: me.post.regionCode }),
  };
}

export function reportBody(values: ReportValues): Body {
  return {
    placeRegionCode: values.placeRegionCode,
    placeDetail: filled(values.placeDetail),
    eventKind: values.eventKind,
    occurredOn: values.occurredOn ?? null,
    whatHappened: values.whatHappened,
    claimedUrgency: values.claimedUrgency,
    subjectName: filled(values.subjectName),
    subjectPhone: filled(values.subjectPhone),
    subjectIdNumber: filled(values.subjectIdNumber),
    peopleCount: values.peopleCount ?? null,
    reporterKind: values.reporterKind,
    photoIds: [...(values.photoIds ?? [])],
    channel: values.channel,
    reporterName: filled(values.reporterName),
    reporterPhone: filled(values.reporterPhone),
  };
}

function filled(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : text.trim();
}
