/**
 * Stems that head every published list of leaked passwords, with the Chinese favourites. A password is common when
 * nothing but digits, symbols and letter-for-digit swaps surrounds one of them.
 */
const STEMS = new Set(
  `password passw0rd passwd pass admin administrator root user guest test testing welcome login letmein master hello
  secret qwerty qwertyuiop qwert asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc iloveyou woaini woaini1314 aini
  monkey dragon football baseball basketball soccer superman batman spiderman pokemon starwars michael jordan
  michelle jennifer jessica ashley charlie daniel thomas robert william andrew joshua matthew anthony george
  princess sunshine shadow flower freedom whatever trustno trustnoone killer hunter ranger buster pepper ginger
  summer winter spring autumn january february march april august september october november december monday friday
  sunday changeme default temp temporary newpass mypassword mypass access internet computer server database oracle
  cisco system manager supervisor operator service support office windows microsoft google apple samsung huawei
  xiaomi tencent alibaba taobao baidu weixin wechat wangyi netease china zhongguo beijing shanghai anhui luan yuan
  hefei guangzhou shenzhen nihao xiexie mima woshi buzhidao qwe asd zxc abc abcd abcde abcdef abcabc aaa aaaaaa
  qqqqqq wwwwww zzzzzz wang zhang liu chen yang zhao huang zhou wu xu sun zhu gao lin he guo luo liang song zheng
  xie han tang feng dong cheng cao yuan deng fu shen zeng peng xiaoming xiaohong wangwei zhangwei lijie liwei
  wangfang zhangli baobao laogong laopo mama baba gongzuo danwei zhengfu xitong guanliyuan wangluo jisuanji
  administrator1 qwer asdf zxcv qwerasdf asdfqwer poiuy lkjhg mnbvc p4ssword letmeinnow iamadmin superuser
  liverpool chelsea arsenal manchester barcelona ferrari mercedes porsche corvette mustang yamaha harley
  cookie cheese chocolate banana orange apple1 purple yellow silver golden diamond jasmine tigger snoopy
  maggie buddy lucky bailey cooper tucker rocky prince angel angels lovely loveme lover babygirl sweetie
  butterfly rainbow unicorn phoenix eagle falcon tiger lion panda dolphin turtle rabbit matrix ninja samurai
  gandalf merlin wizard magic mystery naruto onepiece doraemon pikachu hellokitty zaq xsw cde nimda toor`
    .split(/\s+/)
    .filter((stem) => stem !== ''),
);

const SWAPS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Tries the text as it is and with the usual swaps (p@ssw0rd), then without what is glued to its ends. */
export function isCommonPassword(lower: string): boolean {
  const unswapped = lower.replace(/[013457@$!]/g, (character) => SWAPS[character] ?? character);
  return [lower, unswapped].some((text) => stemsOf(text).some((stem) => STEMS.has(stem)));
}

function stemsOf(text: string): string[] {
  const letters = text.replace(/[^a-z]/g, '');
  const half = letters.slice(0, letters.length / 2);
  const doubled = half !== '' && half + half === letters ? [half] : [];
  const trimmed = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return [letters, trimmed, ...doubled];
}
