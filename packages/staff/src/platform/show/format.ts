import { type Language, useLanguage } from '@yimen/ui';

const ZONE = 'Asia/Shanghai';
const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Dates and moments as people of the office write them; always Asia/Shanghai, wherever the browser stands. */
export function useFormat() {
  const language = useLanguage();
  return {
    /** 2026年3月5日 */
    date: (date: string) => formatDate(date, language),
    /** 3月5日 */
    shortDate: (date: string) => formatShortDate(date, language),
    /** 2026年3月5日 17:30 */
    moment: (instant: string) => formatMoment(instant, language),
    /** 3月5日 17:30 */
    shortMoment: (instant: string) => formatShortMoment(instant, language),
  };
}

export function formatDate(date: string, language: Language): string {
  return write(date, language, { year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
}

export function formatShortDate(date: string, language: Language): string {
  return write(date, language, { month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
}

export function formatMoment(instant: string, language: Language): string {
  return `${formatDate(instant, language)} ${formatTime(instant, language)}`;
}

export function formatShortMoment(instant: string, language: Language): string {
  return `${formatShortDate(instant, language)} ${formatTime(instant, language)}`;
}

function formatTime(instant: string, language: Language): string {
  return write(instant, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function write(moment: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  // A civil date is noon in Shanghai, so that no zone moves it to another day.
  const instant = moment.length === 10 ? `${moment}T12:00:00+08:00` : moment;
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: ZONE, ...options }).format(new Date(instant));
}
