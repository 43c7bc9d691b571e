/** Surnames with rough shares for western Anhui. */
export const SURNAMES: readonly (readonly [string, number])[] = [
  ...shares('王张李刘陈', 55),
  ...shares('杨徐吴周汪', 36),
  ...shares('朱黄胡孙许赵朱江', 24),
  ...shares('高郭何罗马方程沈余潘丁蔡', 16),
  ...shares('田袁邓曹彭曾萧董梁宋郑谢韩唐冯于叶鲍卢陶储祝穆', 8),
  ...shares('翁窦匡谈台茆仰时权关尤查岳苗柏闵裴夏侯傅管', 3),
  ['欧阳', 2],
  ['司马', 1],
  ['夏侯', 1],
];

/** Given names by the years in which they were common. */
export const GIVEN_NAMES = {
  before1960: {
    male: words('德发 广才 大富 兆林 家友 传宝 先明 克俭 长根 学礼 守义 世清 本才 道金 有余 正国 永福 成林 维汉 立本'),
    female: words(
      '秀英 桂兰 素珍 玉芳 凤英 秀兰 兰英 桂芝 翠英 德珍 学芳 家秀 从英 传珍 荣芝 玉莲 大凤 先芝 翠兰 美英',
    ),
  },
  from1960: {
    male: words('建国 国庆 卫东 红军 建军 爱国 学军 家宏 明友 胜利 跃进 传军 道俊 先锋 德胜 家才 正祥 永贵 保国 家胜'),
    female: words(
      '秀云 玉梅 爱华 春兰 红梅 桂花 家云 传芳 德云 桂荣 先梅 小兰 国英 玉霞 翠萍 冬梅 巧云 从芳 金凤 明霞',
    ),
  },
  from1980: {
    male: words('磊 勇 超 伟 刚 斌 海涛 志强 晓东 明 俊 波 家辉 家成 文斌 传勇 大勇 小军 国强 辉'),
    female: words('丽 娟 敏 静 艳 燕 芳 玲 婷 晓燕 红霞 海燕 小红 文静 雪梅 春霞 翠翠 晓玲 莉莉 丹'),
  },
  from2005: {
    male: words('子轩 浩然 宇航 梓豪 俊杰 天佑 文博 家豪 子涵 皓轩 一鸣 思远 明哲 宇轩 嘉懿 瑞泽 晨曦 奕辰 泽宇 沐阳'),
    female: words(
      '梓涵 欣怡 雨桐 诗涵 可馨 思琪 语嫣 佳怡 子萱 若曦 一诺 梦瑶 紫涵 欣妍 雨欣 静怡 艺涵 依诺 沐瑶 心语',
    ),
  },
} as const;

/** Characters that ordinary fonts and old databases drop; every screen, file and print must keep them. */
export const RARE_GIVEN_NAMES = { male: words('䶮 骉 家𬱟 𠅤'), female: words('㛃 雨㛃 𬱟') } as const;

/** Own name, interpunct, father's name: longer than four characters and without a surname. */
export const UYGHUR_NAMES = {
  male: words('艾力 库尔班 阿合买提 吐尔逊 买买提'),
  female: words('阿依古丽 古丽娜 热依汗 帕提古丽'),
} as const;

function shares(characters: string, share: number): [string, number][] {
  return [...characters].map((surname) => [surname, share]);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
