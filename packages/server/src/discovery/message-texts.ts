import type { Words } from '@yimen/contracts';

/**
 * Every message this platform sends to people: names nobody, says nothing the recipient does not know already (no event,
 * no illness, no address), gives the number under which to ask.
 */
export const MESSAGE_TEXTS = {
  'duty-page': ({
    receiptNo,
    placeName,
    urgency,
  }: {
    receiptNo: string;
    placeName: string;
    urgency: Words;
  }): Words => ({
    zh: `【值班】${placeName}有新的求助报告（${urgency.zh}），回执号 ${receiptNo}，请立即登录平台处理。`,
    en: `[Duty] New report from ${placeName} (${urgency.en}), receipt ${receiptNo}. Sign in and handle it now.`,
  }),
  'report-taken-up': ({ receiptNo }: { receiptNo: string }): Words => ({
    zh: `您报告的情况（回执号 ${receiptNo}）已受理，正在办理。感谢您的关心。`,
    en: `Your report (receipt ${receiptNo}) has been taken up. Thank you for caring.`,
  }),
  'report-merged': ({ receiptNo }: { receiptNo: string }): Words => ({
    zh: `您报告的情况（回执号 ${receiptNo}）已有人先行报告，现合并办理，办结后会告知您。`,
    en: `Your report (receipt ${receiptNo}) concerns an event already reported; both are handled together and you will be told the end.`,
  }),
  'report-ended': ({ receiptNo, outcome }: { receiptNo: string; outcome: Words }): Words => ({
    zh: `您报告的情况（回执号 ${receiptNo}）已办结：${outcome.zh}。感谢您的关心。`,
    en: `Your report (receipt ${receiptNo}) is closed: ${outcome.en}. Thank you for caring.`,
  }),
  'case-opened': ({ caseNo, windowName, windowPhone }: { caseNo: string } & Window): Words => ({
    zh: `您的求助已受理，受理编号 ${caseNo}，由${windowName}负责${phoneZh(windowPhone)}。`,
    en: `Your request is accepted under number ${caseNo}; ${windowName} is responsible${phoneEn(windowPhone)}.`,
  }),
  'notice-issued': ({ caseNo, windowName, windowPhone }: { caseNo: string } & Window): Words => ({
    zh: `受理编号 ${caseNo}：需补充的事项已一次性列清，请向${windowName}领取告知书${phoneZh(windowPhone)}。先行救助不受影响。`,
    en: `Number ${caseNo}: everything still missing is on one list; ask ${windowName} for it${phoneEn(windowPhone)}. Urgent aid does not wait for it.`,
  }),
  'payment-paid': ({ caseNo, yuan, isKind, hotline, ...window }: Paid & Window): Words => ({
    zh: `受理编号 ${caseNo}：${isKind ? `价值 ${yuan} 元的救助物资` : `救助金 ${yuan} 元`}已发放。如未收到或数目不符，${hotline ? `请拨打 ${hotline.zh}` : `请联系${window.windowName}${phoneZh(window.windowPhone)}`}。`,
    en: `Number ${caseNo}: ${isKind ? `goods worth ${yuan} yuan` : `${yuan} yuan`} have been handed out. If you did not receive this, ${hotline ? `call ${hotline.en}` : `ask ${window.windowName}${phoneEn(window.windowPhone)}`}.`,
  }),
  'payment-failed': ({ caseNo, windowName, windowPhone }: { caseNo: string } & Window): Words => ({
    zh: `受理编号 ${caseNo}：银行未能发放救助金，请与${windowName}核对收款账户${phoneZh(windowPhone)}。`,
    en: `Number ${caseNo}: the bank could not pay; check the account with ${windowName}${phoneEn(windowPhone)}.`,
  }),
  'grant-refused': ({
    caseNo,
    windowName,
    windowPhone,
    appeal,
  }: { caseNo: string; appeal: Words } & Window): Words => ({
    zh: `受理编号 ${caseNo}：急难救助申请未获批准，理由和申诉办法请向${windowName}查询${phoneZh(windowPhone)}。${appeal.zh}`,
    en: `Number ${caseNo}: urgent relief was not granted; ask ${windowName} for the reasons and how to object${phoneEn(windowPhone)}.${appeal.en}`,
  }),
  'case-closed': ({ caseNo, windowName, windowPhone }: { caseNo: string } & Window): Words => ({
    zh: `受理编号 ${caseNo} 已办结，结果和理由可向${windowName}查询${phoneZh(windowPhone)}。有新的困难可随时再求助。`,
    en: `Number ${caseNo} is closed; ask ${windowName} for the result and its reasons${phoneEn(windowPhone)}. Come back whenever there is new trouble.`,
  }),
} as const;

type Paid = { caseNo: string; yuan: string; isKind: boolean; hotline: Words | null };
type Window = { readonly windowName: string; readonly windowPhone: string | null };

export const URGENCY_WORDS = {
  now: { zh: '危及生命', en: 'life in danger' },
  today: { zh: '今天须处理', en: 'needs help today' },
  soon: { zh: '尽快处理', en: 'soon' },
} as const satisfies Record<string, Words>;

function phoneZh(phone: string | null): string {
  return phone ? `（电话 ${phone}）` : '';
}

function phoneEn(phone: string | null): string {
  return phone ? ` (phone ${phone})` : '';
}
