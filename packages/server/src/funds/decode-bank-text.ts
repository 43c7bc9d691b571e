import { refused } from '../platform/refused.ts';

/** Text of a bank's file: UTF-16 by its mark, UTF-8 if it is valid, otherwise the Chinese national encoding (GBK and its successor). */
export function decodeBankText(bytes: Uint8Array): string {
  const text = decode(bytes);
  // Spreadsheets and archives decode to something; no text has a NUL.
  if (text === undefined || text.includes('\0')) throw refused('FILE_UNREADABLE');
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode('utf-16be', bytes);
  return tryDecode('utf-8', bytes) ?? tryDecode('gb18030', bytes);
}

/** The byte-order mark is dropped by the decoder. */
function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
