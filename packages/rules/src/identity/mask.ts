const HIDDEN = '*';

/** 999***********1234: birthday hidden, enough left to compare with a card. */
export function maskResidentId(number: string): string {
  return hideMiddle(number, 3, 4);
}

/** 128****0001; of a landline only area code and the last two digits. */
export function maskPhone(phone: string): string {
  const landline = /^(0\d{2,3}-?)(\d{5,8})$/.exec(phone);
  if (landline) return `${landline[1]}${hideMiddle(landline[2] ?? '', 0, 2)}`;
  return hideMiddle(phone, 3, 4);
}

/** Only the last four digits of a bank account. */
export function maskAccount(account: string): string {
  return hideMiddle(account, 0, 4);
}

/** 张*, 张*三; by characters, so that a rare one outside the basic plane counts once. */
export function maskName(name: string): string {
  const characters = [...name.trim().normalize('NFC')];
  const [first = '', ...rest] = characters;
  if (rest.length === 0) return first === '' ? '' : HIDDEN;
  if (rest.length === 1) return first + HIDDEN;
  return first + HIDDEN.repeat(rest.length - 1) + rest.at(-1);
}

/** What is too short to hide half of is hidden altogether. */
function hideMiddle(text: string, head: number, tail: number): string {
  const characters = [...text.trim()];
  if (characters.length < (head + tail) * 1.5) return HIDDEN.repeat(characters.length);
  const hidden = HIDDEN.repeat(characters.length - head - tail);
  return characters.slice(0, head).join('') + hidden + characters.slice(characters.length - tail).join('');
}
