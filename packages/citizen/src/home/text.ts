import { defineText } from '@yimen/ui';

export const text = defineText({
  zh: {
    title: '遇到急难，这里有人管',
    intro: '自己或身边的人生活遇到困难，告诉我们就行，不用先准备材料。',
  },
  en: {
    title: 'In trouble? Somebody here takes care',
    intro: 'You or somebody near you has fallen on hard times? Just tell us. No papers are needed first.',
  },
});
