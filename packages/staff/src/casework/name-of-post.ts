import type { PostRef } from '@yimen/contracts';

const SHORTEST_SHARED = 3;

/** 石婆店镇社会救助窗口经办 吴家才 — what the title repeats of the office is said once. */
export function nameOfPost(post: PostRef): string {
  return [withoutRepeat(post.officeName, post.title), post.holderName].filter((part) => part !== null).join(' ');
}

function withoutRepeat(office: string, title: string): string {
  for (let start = 0; start <= office.length - SHORTEST_SHARED; start += 1) {
    const end = office.slice(start);
    if (title.startsWith(end)) return office + title.slice(end.length);
  }
  return `${office} ${title}`;
}
