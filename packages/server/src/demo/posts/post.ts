import type { Role } from '@yimen/contracts';

export interface DemoPost {
  /** Office key and role word: `shunhe.window`; with `.a` or `.b` behind it, the login of its holder. */
  readonly key: string;
  readonly officeKey: string;
  readonly role: Role;
  /** Root of the subtree this post works for. */
  readonly regionCode: string;
  readonly title: string;
  /** Order in the leading group; null elsewhere. */
  readonly seat: number | null;
  /** Where B comes from (AB岗制): own people, or the holder of another post; null for seats of the leading group. */
  readonly substitute: 'own' | { readonly holderOf: string } | { readonly sharedAs: string } | null;
}

/** Parts of a post key after the office key. */
export const POST_WORDS = {
  window: 'window',
  reviewer: 'reviewer',
  approver: 'approver',
  pettyCash: 'cash',
  assistant: 'assistant',
  keeper: 'keeper',
} as const;
