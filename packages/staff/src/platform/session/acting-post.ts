const STORAGE_KEY = 'yimen.post';

/** The post this browser tab works for; undefined means the person's own first post. */
export function getActingPost(): string | undefined {
  return sessionStorage.getItem(STORAGE_KEY) ?? undefined;
}

export function setActingPost(postId: string | undefined): void {
  if (postId === undefined) sessionStorage.removeItem(STORAGE_KEY);
  else sessionStorage.setItem(STORAGE_KEY, postId);
}
