import type { PostRef } from '@yimen/contracts';

/** 苏埠镇社会救助窗口 窗口经办 陈敏 — who holds the post now, or the post alone when nobody does. */
export function nameOfPost(post: PostRef): string {
  return [post.officeName, post.title, post.holderName].filter((part) => part !== null).join(' ');
}
