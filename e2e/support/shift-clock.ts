import type { BrowserContext } from 'playwright-core';

/** Pages of this context live at the same moment as the server. Only dates are shifted: timers and frames stay real. */
export async function shiftClock(context: BrowserContext, instant: Date): Promise<void> {
  const offset = instant.getTime() - Date.now();
  await context.addInitScript(applyOffset, offset);
  await Promise.all(context.pages().map((page) => page.evaluate(applyOffset, offset)));
}

/** Runs in the page. */
function applyOffset(offset: number): void {
  const shifted = Reflect.get(globalThis, 'yimenRealDate') as DateConstructor | undefined;
  const RealDate = shifted ?? Date;
  Reflect.set(globalThis, 'yimenRealDate', RealDate);
  const now = () => RealDate.now() + offset;
  const construct = (target: DateConstructor, given: unknown[], self: new () => object) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, self) as object;
  const get = (target: DateConstructor, key: PropertyKey) => (key === 'now' ? now : Reflect.get(target, key));
  Reflect.set(globalThis, 'Date', new Proxy(RealDate, { construct, get } as ProxyHandler<DateConstructor>));
}
