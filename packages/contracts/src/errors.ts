import type { Words } from './primitives.ts';

export type ErrorDefinition = { readonly status: number; readonly title: Words; readonly nextStep: Words };

function error(status: number, zh: string, en: string, nextZh: string, nextEn: string): ErrorDefinition {
  return { status, title: { zh, en }, nextStep: { zh: nextZh, en: nextEn } };
}

/** Every refusal this platform can give: status, sentence, what to do next. One registry, RFC 9457 on the wire. */
export const ERRORS = {
  // general
  BAD_REQUEST: error(
    400,
    '提交的内容无法读取',
    'The request cannot be read',
    '请检查后重新提交',
    'Check the content and send it again',
  ),
  INVALID_INPUT: error(
    422,
    '有内容需要更正',
    'Some content needs correction',
    '请按各项下方的提示修改后再提交',
    'Follow the hints beside the fields and submit again',
  ),
  NOT_FOUND: error(
    404,
    '没有找到这条记录',
    'No such record',
    '请核对编号，或确认该记录在您的管辖范围内',
    'Check the number, or whether the record lies within your remit',
  ),
  NOT_SIGNED_IN: error(
    401,
    '登录已失效',
    'You are not signed in',
    '请重新登录，已填写的内容会保留',
    'Sign in again; what you typed is kept',
  ),
  NOT_ALLOWED: error(
    403,
    '您的岗位没有这项权限',
    'Your post does not hold this permission',
    '请交由有权限的岗位办理，或联系管理员',
    'Ask the post that holds it, or an administrator',
  ),
  CROSS_SITE: error(
    403,
    '请求来源不被接受',
    'The request came from another site',
    '请从本平台页面操作',
    'Use the pages of this platform',
  ),
  METHOD_NOT_ALLOWED: error(
    405,
    '不支持这种操作方式',
    'This method is not offered here',
    '请从本平台页面操作',
    'Use the pages of this platform',
  ),
  TOO_MANY_REQUESTS: error(
    429,
    '操作过于频繁',
    'Too many requests',
    '请稍候再试；紧急情况请拨打 12349',
    'Wait a moment; in an emergency call 12349',
  ),
  TOO_LARGE: error(
    413,
    '提交的内容过大',
    'The content is too large',
    '请压缩照片或分次提交',
    'Send a smaller photo or split the content',
  ),
  UNSUPPORTED_MEDIA: error(
    415,
    '不支持这种文件',
    'This kind of file is not accepted',
    '请使用 JPG、PNG 或 WebP 照片',
    'Use a JPG, PNG or WebP photo',
  ),
  JSON_EXPECTED: error(
    415,
    '这里只接受 JSON 内容',
    'JSON is expected here',
    '请把内容写成 JSON，并注明 Content-Type: application/json',
    'Write the content as JSON and send it with Content-Type: application/json',
  ),
  CSV_EXPECTED: error(
    415,
    '这里只接受 CSV 文件',
    'A CSV file is expected here',
    '请从银行导出 CSV 文件，并注明 Content-Type: text/csv',
    'Export a CSV file at the bank and send it with Content-Type: text/csv',
  ),
  UNAVAILABLE: error(
    503,
    '服务暂时不可用',
    'The service is briefly unavailable',
    '您的内容没有丢失，请稍后重试',
    'Nothing is lost; try again shortly',
  ),
  INTERNAL: error(
    500,
    '系统出现问题',
    'Something went wrong here',
    '请重试；若仍不成功，请把请求编号告诉管理员',
    'Try again; if it persists give the request number to an administrator',
  ),
  VERSION_CONFLICT: error(
    409,
    '这条记录刚刚被他人修改',
    'Somebody else just changed this record',
    '请对照两个版本后再保存',
    'Compare both versions and save again',
  ),
  IDEMPOTENCY_KEY_MISSING: error(
    400,
    '缺少提交编号',
    'The idempotency key is missing',
    '请从本平台页面操作',
    'Send an Idempotency-Key header',
  ),
  IDEMPOTENCY_KEY_REUSED: error(
    409,
    '同一提交编号的内容不一致',
    'The same idempotency key came with different content',
    '请刷新页面后重新填写',
    'Use a new key for new content',
  ),
  STATE_CONFLICT: error(
    409,
    '当前状态不能办理此事',
    'This cannot be done in the present state',
    '请刷新页面查看最新状态',
    'Refresh to see the present state',
  ),
  DISK_FULL: error(
    507,
    '存储空间不足，已停止写入',
    'Storage is nearly full; writing has stopped',
    '请联系系统管理员',
    'Call the system administrator',
  ),
  // sign-in
  SIGN_IN_FAILED: error(
    401,
    '账号、密码或验证码不正确',
    'Account, password or code is wrong',
    '请核对后再试；连续多次不正确将暂时锁定',
    'Check and try again; repeated failures lock the account for a while',
  ),
  SECOND_FACTOR_NEEDED: error(
    401,
    '需要动态验证码',
    'A one-time code is needed',
    '请输入验证器上的 6 位数字或恢复码',
    'Enter the 6 digits of your authenticator or a recovery code',
  ),
  SECOND_FACTOR_SETUP_NEEDED: error(
    403,
    '请先绑定动态验证码',
    'Set up a one-time code first',
    '按页面提示用验证器扫码绑定',
    'Follow the page to enrol an authenticator',
  ),
  PASSWORD_CHANGE_NEEDED: error(
    403,
    '请先修改密码',
    'Change your password first',
    '按页面提示设置新密码',
    'Follow the page to set a new password',
  ),
  WEAK_PASSWORD: error(
    422,
    '密码不够安全',
    'The password is too weak',
    '至少 12 位，含三类字符，不含单位名和常见词',
    'At least 12 characters of three kinds, no office names or common words',
  ),
  TOKEN_INVALID: error(
    403,
    '令牌无效或已使用',
    'The token is invalid or used',
    '请向管理员索取新的令牌',
    'Ask the administrator for a new token',
  ),
  // organisation
  LOGIN_TAKEN: error(
    409,
    '该登录名已被使用',
    'This login name is taken',
    '请换一个登录名',
    'Choose another login name',
  ),
  ADMIN_ROLES_EXCLUSIVE: error(
    409,
    '系统、安全、审计管理员须由不同的人担任',
    'System, security and audit administrators must be three different people',
    '请指定其他人员',
    'Choose somebody else',
  ),
  POST_STILL_RESPONSIBLE: error(
    409,
    '该岗位仍有在办案件',
    'The post is still responsible for open cases',
    '请先移交在办案件',
    'Hand over the open cases first',
  ),
  NOT_SUBSTITUTE: error(
    403,
    '您目前不能代理该岗位',
    'You cannot act for this post now',
    'A 岗在岗或您不是其 B 岗',
    'A is present, or you are not its substitute',
  ),
  CALENDAR_INVALID: error(
    422,
    '节假日安排不完整',
    'The holiday schedule is incomplete',
    '请按国务院办公厅通知核对日期',
    'Check the dates against the State Council notice',
  ),
  // discovery
  REPORT_ALREADY_SETTLED: error(
    409,
    '这条报告已经处理',
    'This report is already settled',
    '请刷新查看处理结果',
    'Refresh to see the outcome',
  ),
  PHOTO_UNREADABLE: error(
    422,
    '照片无法读取',
    'The photo cannot be read',
    '请重新拍摄，支持 JPG、PNG、WebP',
    'Take it again; JPG, PNG or WebP',
  ),
  // households, intake
  ID_NUMBER_INVALID: error(
    422,
    '身份证号码不正确',
    'The ID number is not valid',
    '请核对号码；没有证件可以先受理后补',
    'Check the number; without a card accept first and add it later',
  ),
  PERSON_EXISTS: error(
    409,
    '该人员已在册',
    'This person is already registered',
    '请使用已有档案，不要重复建档；要加入家庭的，请查询后加入',
    'Use the existing record; whoever joins a household is searched for and joins',
  ),
  PERSON_IN_HOUSEHOLD: error(
    409,
    '该人员现在是一户的成员',
    'This person belongs to a household',
    '请先在原来的一户登记离开，再加入',
    'Enter first that they have left that household',
  ),
  SEARCH_FIRST: error(
    409,
    '新建前请先查询',
    'Search before creating',
    '请先按身份证号、姓名或电话查询',
    'Search by ID number, name or phone first',
  ),
  NOTICE_ALREADY_ISSUED: error(
    409,
    '一次性告知书已经发出',
    'The one-time notice has already been issued',
    '如确需补充，请说明原因后重新出具整份清单',
    'To add items, re-issue the whole list with a reason',
  ),
  PAPER_FROM_PLATFORM: error(
    422,
    '该材料可由平台查询，不得要求群众提供',
    'A platform can supply this paper; it must not be asked for',
    '请改用数据核验',
    'Use the data check instead',
  ),
  // casework
  CASE_CLOSED: error(
    409,
    '案件已办结',
    'The case is closed',
    '如有新情况，请重新打开或新建案件',
    'Reopen it or open a new case for new facts',
  ),
  CASE_NOT_FINISHED: error(
    409,
    '案件还有未完成的事项',
    'The case still has unfinished matters',
    '请先完成、转出或说明原因',
    'Finish, refer or state a reason for them first',
  ),
  OUTCOME_NEEDED: error(
    422,
    '办结必须写明结果',
    'Closing needs an outcome',
    '请选择救助、转办或说明原因',
    'Choose aid, referral or a stated reason',
  ),
  RELATIVE_BLOCKED: error(
    403,
    '您已备案为当事人近亲属，应当回避',
    'You are filed as a near relative and must stand aside',
    '请交由其他岗位办理',
    'Hand the matter to another post',
  ),
  OWN_WORK_BLOCKED: error(
    403,
    '经办、调查人员不能审批同一事项',
    'Who created or surveyed cannot approve',
    '请交由其他审批岗位办理',
    'Another approver must decide',
  ),
  TASK_DONE: error(409, '该任务已完成', 'The task is already done', '请刷新任务列表', 'Refresh the list'),
  // urgent relief
  CAP_EXCEEDED: error(
    409,
    '超过本级救助限额',
    'The amount exceeds the limit of this level',
    '请调整金额，或按阶梯申报上一级',
    'Lower the amount or hand up to the next level',
  ),
  LADDER_NOT_EXHAUSTED: error(
    409,
    '下一级救助额度尚未用足',
    'The level below is not exhausted',
    '请先由下一级救助；情况紧急可说明理由后越级，事后核查',
    'Use the level below first; in an emergency override with a reason, checked afterwards',
  ),
  SAME_EVENT: error(
    409,
    '同一事由已经救助',
    'This event has already been aided',
    '请查看原救助记录；出现新情况可申请跟进救助',
    'See the earlier payment; a new fact allows follow-up aid',
  ),
  EVIDENCE_REUSED: error(
    409,
    '该票据已用于先前的救助',
    'This invoice was used for earlier aid',
    '请查看原救助记录，或提供新的票据',
    'See the earlier payment, or provide a new invoice',
  ),
  LEVEL_NOT_YOURS: error(
    403,
    '您的岗位不能办理这一级救助',
    'Your post does not decide this level',
    '请交由相应层级办理',
    'The office of that level must act',
  ),
  APPROVAL_NEEDED: error(
    409,
    '尚未完成审批',
    'Approval is not complete',
    '请等待全部审批人签署',
    'Wait for every approver',
  ),
  ALREADY_APPROVED: error(
    409,
    '您已审批过此事项',
    'You have already approved this',
    '需由另一位审批人签署',
    'Another approver must sign',
  ),
  CASE_CONFERENCE_NEEDED: error(
    409,
    '这笔救助须先一事一议',
    'This grant needs a case conference first',
    '请召开一事一议会商，由提出人以外的区县岗位登记会议记录后再审批；合计金额达到标准的，撤回后重新提出',
    'Hold the case conference and let a district post other than the proposer record it, then approve; where several grants together reach the figure, withdraw this one and propose it again',
  ),
  CONFERENCE_AMOUNT_EXCEEDED: error(
    409,
    '超过一事一议同意的金额',
    'The amount exceeds what the case conference agreed',
    '请撤回后按会议同意的金额重新提出，或再次会商',
    'Withdraw it and propose what the conference agreed, or hold another conference',
  ),
  RECEIPT_NEEDED: error(
    422,
    '现金发放须有签收',
    'Cash needs a signed receipt',
    '请录入签收人并上传签名或照片',
    'Record who signed and attach the signature or photo',
  ),
  AMOUNT_INVALID: error(
    422,
    '金额须大于零',
    'The amount must be above zero',
    '请填写以元为单位的金额',
    'Enter an amount in yuan',
  ),
  EXPENDITURE_BY_PROCEDURE: error(
    409,
    '支出型困难不走急难小额通道',
    'Expenditure difficulties do not take the urgent small-amount way',
    '请按支出型临时救助程序调查、核对、公示后办理',
    'Use the procedure for expenditure aid: survey, check, publicity',
  ),
  AID_KIND_UNKNOWN: error(
    409,
    '尚不能判断是急难型还是支出型',
    'It is not yet known whether this is urgent or expenditure aid',
    '请先在评估中回答事件是否突发、是否急需',
    'Answer in the assessment whether the event was sudden and the need immediate',
  ),
  LADDER_LEVEL_MISSING: error(
    409,
    '本地没有设置这一级救助',
    'The locality has no such level',
    '请选择本地已有的层级',
    'Choose a level the locality has',
  ),
  REASON_NEEDED: error(422, '须写明理由', 'A reason is needed', '请写明具体情况', 'Say what happened'),
  NOT_REPLAYABLE: error(
    409,
    '这次评估不能重算',
    'This assessment cannot be determined again',
    '评估没有留存认定记录，或当时的政策版本不在本系统中',
    'It kept no determination, or this installation never had its policy version',
  ),
  POLICY_UNKNOWN: error(
    409,
    '本地尚未设定该项政策参数',
    'The locality has not set this policy value',
    '请联系县级民政设定后再办理',
    'The county must set it first',
  ),
  // money
  POLICY_CHANGE_INVALID: error(
    422,
    '这项政策改动不能成立',
    'This change of policy does not hold',
    '请按提示更正后再提交',
    'Correct what is named and submit again',
  ),
  POLICY_TEST_AGAIN: error(
    409,
    '验算之后政策已有变动',
    'The policy changed after the examples were run',
    '请起草人重新运行验算例，再批准发布',
    'Have the examples run again, then publish',
  ),
  POLICY_DAY_BEGUN: error(
    409,
    '生效日已到，不能再发布或撤回',
    'The day it takes effect has begun',
    '请把生效日改到明天以后；已生效的规定用新的发布来更正',
    'Choose a day after today; correct what is in force by a new release',
  ),
  INSUFFICIENT_FUNDS: error(
    409,
    '账户余额不足',
    'The account does not hold enough',
    '请申请补充备用金，或由上级先行垫付',
    'Ask for replenishment or an advance from above',
  ),
  FUNDS_DO_NOT_MIX: error(
    409,
    '不同来源的资金不得混用',
    'Money of different sources must not mix',
    '请从同一资金来源支付',
    'Pay from the fund of that source',
  ),
  PAYEE_MISSING: error(
    422,
    '缺少收款账户',
    'The payee account is missing',
    '请补录收款账户，或改为现金发放',
    'Add the account or pay in cash',
  ),
  BATCH_FILE_MISMATCH: error(
    409,
    '回盘文件与批次不符',
    'The return file does not belong to this batch',
    '请核对批次号后重新上传',
    'Check the batch number and upload again',
  ),
  BATCH_EMPTY: error(
    422,
    '没有可以入批的支付单',
    'There is nothing to put into a batch',
    '请先完成支付单审批',
    'Approve payment orders first',
  ),
  SIMULATION_SUPERSEDED: error(
    409,
    '已开始新的一次模拟，这一次不再计算',
    'A newer simulation was asked for; this one was stopped',
    '请看最新一次的结果',
    'See the newer result',
  ),
  FILE_ALREADY_READ: error(
    409,
    '这份回盘文件已经导入过',
    'This return file was read before',
    '请查看批次的回盘记录；银行有更正的，请导入更正后的文件',
    'See the return files of the batch; if the bank corrected something, read the corrected file',
  ),
  REDETERMINATION_OPEN: error(
    409,
    '本辖区还有未结束的批量重新认定',
    'A re-determination of this remit has not ended yet',
    '请先处理完待确认名单并结束上一次',
    'Decide on the held list and end the earlier one first',
  ),
  HELD_ITEMS_OPEN: error(
    409,
    '待确认名单尚未处理完',
    'Households are still held',
    '请逐户确认；不再处理的，请说明理由后结束',
    'Decide on them, or say why nothing is done and end it',
  ),
  FILE_UNREADABLE: error(
    422,
    '文件内容无法识别',
    'The file cannot be read',
    '请使用银行提供的原始回盘文件',
    'Use the original return file of the bank',
  ),
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof ERRORS;

/** What is wrong with one field of the request. */
export type FieldError = {
  readonly path: string;
  /** For people, in the unit they type. */
  readonly message: Words;
  /** For programs, where they send another unit: money is a whole number of fen. Not shown to people. */
  readonly asData?: Words;
};

/** RFC 9457 problem details as this platform sends them; the request id travels in the header `x-request-id`. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly words: Words;
  readonly nextStep: Words;
  readonly fieldErrors?: readonly FieldError[];
  /** Figures the refusal rests on: the earlier payment, the cap, both versions. */
  readonly facts?: Readonly<Record<string, unknown>>;
};
