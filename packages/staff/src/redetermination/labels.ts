import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/redetermination. */
export const runStateText = defineText({
  zh: { started: '已启动', computing: '计算中', stopped: '已暂停', 'to-confirm': '待确认', finished: '已结束' },
  en: {
    started: 'Started',
    computing: 'Computing',
    stopped: 'Stopped',
    'to-confirm': 'To be confirmed',
    finished: 'Ended',
  },
});

export const heldStateText = defineText({
  zh: { open: '待办理', confirmed: '已确认', dismissed: '不予处理', overtaken: '情况已更新' },
  en: { open: 'Held', confirmed: 'Confirmed', dismissed: 'Dismissed', overtaken: 'Overtaken' },
});

export const heldReasonText = defineText({
  zh: { differs: '认定结果不同', 'gradual-exit': '渐退期', unreadable: '资料无法读取' },
  en: { differs: 'Determined otherwise', 'gradual-exit': 'Gradual exit', unreadable: 'Facts cannot be read' },
});

export const changeKindText = defineText({
  zh: {
    enters: '新符合',
    leaves: '不再符合',
    gains: '金额提高',
    loses: '金额降低',
    'becomes-unknown': '变为待查明',
    'becomes-known': '查明结果',
    'gradual-exit': '渐退期内保留',
  },
  en: {
    enters: 'Enters',
    leaves: 'Leaves',
    gains: 'Gains',
    loses: 'Loses',
    'becomes-unknown': 'No longer known',
    'becomes-known': 'Known now',
    'gradual-exit': 'Kept in the gradual exit',
  },
});
