import type { MessageValues } from './catalogue.ts';

/** Puts values between the braces; a missing value stays visible as its name rather than disappearing. */
export function fillMessage(message: string, values: MessageValues = {}): string {
  return message.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (many === undefined) return String(value);
    return Number(value) === 1 ? String(one) : many;
  });
}
