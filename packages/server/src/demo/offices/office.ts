import type { OfficeKind } from '@yimen/contracts';

export interface DemoOffice {
  /** Readable and unique; also the first part of the logins: `shunhe`, `minzheng`, `shunhe.xiewei`. */
  readonly key: string;
  readonly regionCode: string;
  readonly kind: OfficeKind;
  /** Department role of the policy packs; null where an office owns no programme. */
  readonly department: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly openHours: string | null;
  /** Listed in the public directory of windows. */
  readonly isPublic: boolean;
}

export const OFFICE_HOURS = '周一至周五 8:00–12:00、14:30–17:30（法定节假日除外）';
export const WINDOW_HOURS = '周一至周五 8:00–12:00、14:30–17:30；急难情形 24 小时有人值班';
export const ALWAYS_OPEN = '24 小时';

/** An office that only works inside: no window, no directory entry. */
export function backOffice(office: Pick<DemoOffice, 'key' | 'regionCode' | 'kind' | 'name' | 'nameEn'>): DemoOffice {
  return { department: null, phone: null, address: null, openHours: null, isPublic: false, ...office };
}
