// The part of WebAssembly that is used here: no library of types has it without the rest of a browser.
declare const WebAssembly: {
  readonly Memory: {
    new (description: { initial: number }): OwnMemory;
    new (description: { initial: number; maximum: number; shared: true }): SharedMemory;
  };
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => CompiledModule;
  readonly Instance: new (module: CompiledModule, imports: object) => { readonly exports: Exports };
};

export const PAGE_BYTES = 65_536;
/** What a module can count to. */
export const MOST_PAGES = 65_536;

/** Memory of one thread; several modules may be given it. */
export interface OwnMemory {
  readonly buffer: ArrayBuffer;
}

/** Memory that threads share, and modules reach without a detour. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
}

export type CompiledModule = object;
export type Exports = Readonly<Record<string, unknown>>;

export function createMemory(pages: number): OwnMemory {
  return new WebAssembly.Memory({ initial: pages });
}

/** It keeps its size: threads would not notice that it grew. */
export function createSharedMemory(pages: number): SharedMemory {
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

/** False of what this engine cannot run. */
export function canRun(bytes: Uint8Array): boolean {
  return WebAssembly.validate(bytes);
}

export function compileModule(bytes: Uint8Array): CompiledModule {
  return new WebAssembly.Module(bytes);
}

/** A module set to work on memories, by the names it calls them. */
export function startOn(module: CompiledModule, memories: Readonly<Record<string, OwnMemory | SharedMemory>>): Exports {
  return new WebAssembly.Instance(module, { m: memories }).exports;
}
