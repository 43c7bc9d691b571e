import { isPlainDate } from '@yimen/rules';
import { z } from 'zod';
import { DATE_WORDS, TEXT_FORMATS } from './text-formats.ts';

export const Id = z.uuid();
export const CaseId = z.uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;
export const HouseholdId = z.uuid().brand<'HouseholdId'>();
export type HouseholdId = z.infer<typeof HouseholdId>;
export const PersonId = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** Whole fen, never negative: 1,000 yuan is 100000. */
export const Fen = z.int().min(0).max(100_000_000_000);
/** Whole fen above zero. */
export const PositiveFen = z.int().min(1).max(100_000_000_000);
/** A civil date in Asia/Shanghai, of the years that rules compute with. */
export const CivilDate = z.iso.date({ abort: true }).refine(isPlainDate, { params: DATE_WORDS });
/** A moment, ISO 8601; goes out in UTC with milliseconds and Z, however it came. */
export const Instant = z.iso.datetime({ offset: true }).overwrite(toCanonical);

// 2026-03-02T02:00:00.000 and what follows: the database writes `+00:00`, and as many digits as it has.
const TO_MILLISECONDS = 23;
const ZERO_OFFSET = '+00:00';

function toCanonical(text: string): string {
  if (text.length === TO_MILLISECONDS + 1 && text.endsWith('Z')) return text;
  if (text.length === TO_MILLISECONDS + ZERO_OFFSET.length && text.endsWith(ZERO_OFFSET))
    return `${text.slice(0, TO_MILLISECONDS)}Z`;
  const at = new Date(text);
  // What is no instant was refused before; it only must not fail here.
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}
export const RegionCode = z.string().regex(TEXT_FORMATS.regionCode.pattern);
export const Version = z.int().min(1);
/** Text people write: trimmed, control and zero-width characters refused, NFC. */
export function plainText(max: number, min = 1) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(min).max(max).regex(TEXT_FORMATS.plainText.pattern));
}
/** The name of a person or office. */
export const Name = plainText(100);
/** A reason somebody must be able to understand later. */
export const Reason = plainText(1000, 5);
export const PhoneNumber = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(TEXT_FORMATS.phoneNumber.pattern));
export const Words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** What a command answers when the new state is fetched separately. */
export const Done = z.object({ id: z.string(), version: z.int().optional() });
export type Done = z.infer<typeof Done>;

/** An act the server offers this person on this record now. */
export const AvailableAction = z.object({ act: z.string(), label: Words, blockedBy: Words.nullable() });
export type AvailableAction = z.infer<typeof AvailableAction>;

/** Somebody of the staff, as shown to colleagues. */
export const PostRef = z.object({
  postId: Id,
  title: z.string(),
  officeName: z.string(),
  holderName: z.string().nullable(),
});
export type PostRef = z.infer<typeof PostRef>;

/** A running or finished time limit. */
export const ClockView = z.object({
  dueAt: Instant,
  dueOn: CivilDate,
  unit: z.enum(['workingDays', 'calendarDays', 'hours']),
  limit: z.int(),
  /** Of an open limit in working days: those after today, the due day included. Null for all others. */
  workingDaysLeft: z.int().nullable(),
  provisional: z.boolean(),
  state: z.enum(['running', 'warned', 'overdue', 'paused', 'stopped']),
  clause: Words,
  clauseId: z.string(),
});
export type ClockView = z.infer<typeof ClockView>;
