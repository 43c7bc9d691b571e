/** 石婆店镇三岔村 of 安徽省六安市裕安区石婆店镇三岔村: inside one county that says enough. */
export function shortName(fullName: string): string {
  return /^.*?[市州盟].*?[市区县旗](?=.)(.+)$/u.exec(fullName)?.[1] ?? fullName;
}
