/** Catalogue of the words in explanations of urgent relief. Conditions are statements that can be met or not met. */
export const GRANT_LABELS = {
  grant: { zh: '可以按本级权限给予急难救助', en: 'this level may grant the urgent relief' },
  isUrgentKind: { zh: '属于急难型临时救助', en: 'the aid is of the urgent kind' },
  amountIsPositive: { zh: '救助金额是大于零的完整数额', en: 'the amount is a whole number of fen above zero' },
  lowerLevelsExhausted: { zh: '下级的救助额度已经用完', en: 'the levels below have no room left' },
  emergencyOverride: { zh: '因情况紧急申请越级，并写明了理由', en: 'an emergency override with a reason is given' },
  anyOrder: { zh: '本地不要求先用完下级额度', en: 'this place does not ask that lower levels be exhausted first' },
  inOrder: { zh: '符合逐级救助的顺序，或者有紧急越级的理由', en: 'levels in order, or an emergency override' },
  withinLevelCap: { zh: '本级救助没有超过本级封顶', en: 'the level stays within its own cap' },
  withinCumulativeCap: { zh: '累计救助没有超过累计封顶', en: 'all levels together stay within the cumulative cap' },
  levelCap: { zh: '本级封顶', en: 'cap of this level' },
  cumulativeCap: { zh: '累计封顶', en: 'cumulative cap' },
  grantedAtLevel: { zh: '本级已救助金额', en: 'already granted at this level' },
  grantedUpToLevel: { zh: '本级及以下已救助金额', en: 'already granted at this level and below' },
  totalWithThis: { zh: '加上本次后的金额', en: 'total with this grant' },
  requested: { zh: '本次救助金额', en: 'amount of this grant' },
} as const;

export const PLAN_LABELS = {
  plan: { zh: '可以由各级按顺序全部救助', en: 'the levels together cover the whole amount' },
  need: { zh: '需要救助的金额', en: 'amount needed' },
} as const;

export const URGENCY_LABELS = {
  lifeThreatening: { zh: '情况危及生命安全', en: 'life is in danger' },
  urgent: { zh: '情况紧急，需要立即采取措施', en: 'help is needed at once' },
  ordinary: { zh: '属于一般困难', en: 'the difficulty is ordinary' },
} as const;

export const KIND_LABELS = {
  urgent: { zh: '属于急难型临时救助', en: 'the aid is of the urgent kind' },
  sudden: { zh: '困难由突发事件造成', en: 'a sudden event caused the difficulty' },
  immediate: { zh: '基本生活陷入困境，需要立即救助', en: 'basic living is broken and help is needed at once' },
} as const;

export const SAME_EVENT_LABELS = {
  mayAid: { zh: '没有就同一事件重复救助', en: 'the same event is not aided twice' },
  noEarlier: { zh: '没有就同一事件给过救助', en: 'no earlier aid for the same event' },
  newFact: { zh: '出现了新的情况，可以跟进救助', en: 'a new fact allows follow-up aid' },
  earlierPaid: { zh: '此前就同一事件救助的金额', en: 'paid earlier for the same event' },
} as const;

export const DUTY_LABELS = {
  papers: { zh: '先行救助后须在期限内补齐手续', en: 'papers follow within the limit after aid was paid first' },
  approvals: { zh: '审批人数', en: 'approvers needed' },
  checks: { zh: '复核人数', en: 'checkers needed' },
  amount: { zh: '金额', en: 'amount' },
} as const;

export const CONFERENCE_LABELS = {
  notNeeded: { zh: '金额不需要一事一议', en: 'the amount needs no case conference' },
  held: { zh: '已经一事一议并有会议记录', en: 'a case conference was held and is on record' },
  within: { zh: '没有超过一事一议同意的金额', en: 'the amount stays within what the case conference agreed' },
  amount: { zh: '本次救助金额', en: 'amount of this grant' },
  agreed: { zh: '一事一议同意的金额', en: 'agreed by the case conference' },
  granted: { zh: '已按该次会议救助的金额', en: 'already granted under it' },
} as const;

export const PETTY_CASH_LABELS = {
  payable: { zh: '备用金足够支付', en: 'petty cash covers the payment' },
  balance: { zh: '备用金余额', en: 'petty cash balance' },
  amount: { zh: '支付金额', en: 'amount to pay' },
  after: { zh: '支付后的备用金余额', en: 'petty cash balance after payment' },
  threshold: { zh: '补足提醒线', en: 'level that calls for replenishing' },
} as const;

export const PLACE_LABELS = {
  here: { zh: '由本地受理救助', en: 'this place handles the aid' },
  incidentHere: { zh: '急难发生在本地', en: 'the difficulty arose here' },
  hukouHere: { zh: '户籍在本地', en: 'the hukou is here' },
  permitHere: { zh: '持有本地居住证', en: 'a local residence permit is held' },
} as const;
