export type Drawer = 'this-visit' | 'this-device';

/** What a page keeps in the browser. Storage can be closed to us or full: then it lasts as long as the page. */
export interface KeptValue<Value> {
  readonly read: () => Value | undefined;
  readonly write: (value: Value | undefined) => void;
}

/** `isValue` guards against what an older version of the page, or somebody else, has left there. */
export function keepValue<Value>(
  drawer: Drawer,
  name: string,
  isValue: (found: unknown) => found is Value,
): KeptValue<Value> {
  const key = `yimen.${name}`;
  let held: Value | undefined;
  return {
    read() {
      try {
        const found: unknown = JSON.parse(storageOf(drawer).getItem(key) ?? 'null');
        return isValue(found) ? found : undefined;
      } catch {
        return held;
      }
    },
    write(value) {
      held = value;
      try {
        if (value === undefined) storageOf(drawer).removeItem(key);
        else storageOf(drawer).setItem(key, JSON.stringify(value));
      } catch {
        return; // held above
      }
    },
  };
}

function storageOf(drawer: Drawer): Storage {
  return drawer === 'this-visit' ? sessionStorage : localStorage;
}
