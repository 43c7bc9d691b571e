import type { PostRef } from '@yimen/contracts';

/** 石婆店镇社会救助窗口经办 吴家才 — the office is left out where the title of the post names it already. */
export function nameOfPost(post: PostRef): string {
  const office = post.title.startsWith(post.officeName) ? null : post.officeName;
  return [office, post.title, post.holderName].filter((part) => part !== null).join(' ');
}
