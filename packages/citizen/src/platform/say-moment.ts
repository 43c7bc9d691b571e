import type { Language } from '@yimen/ui';

const ZONE = 'Asia/Shanghai';
const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
const NEAR_DAYS: Readonly<Record<Language, readonly [yesterday: string, today: string, tomorrow: string]>> = {
  zh: ['昨天', '今天', '明天'],
  en: ['yesterday', 'today', 'tomorrow'],
};

/** A moment as people say it: 今天 21:40, 明天 09:00, 11月25日 17:30. Always in China's time, whatever the phone shows. */
export function sayMoment(instant: string, now: Date, language: Language): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(at);
  return `${sayDay(at, now, language)} ${time}`;
}

/** A date without a time: 今天, 11月25日. */
export function sayDate(date: string, now: Date, language: Language): string {
  return sayDay(new Date(`${date}T12:00:00+08:00`), now, language);
}

function sayDay(at: Date, now: Date, language: Language): string {
  const near = NEAR_DAYS[language][dayNumber(at) - dayNumber(now) + 1];
  if (near !== undefined) return near;
  const isThisYear = civilDay(at).slice(0, 4) === civilDay(now).slice(0, 4);
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONE,
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
  }).format(at);
}

function dayNumber(at: Date): number {
  return Date.parse(`${civilDay(at)}T00:00:00Z`) / 86_400_000;
}

function civilDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(at);
}
