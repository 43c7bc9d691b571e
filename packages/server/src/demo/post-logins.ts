import type { DemoCounty } from './county.ts';

const ANSWERING = ['department-handler', 'charity-worker', 'social-worker', 'rescue-staff'];

/** Who holds a post as A, and who answers for an office, in the definition of the county. */
export function postLogins(county: Pick<DemoCounty, 'posts' | 'holders'>) {
  const holderOf = new Map(
    county.holders.filter((holder) => holder.kind === 'A').map((holder) => [holder.postKey, holder.login]),
  );
  return {
    ofPost(postKey: string): string {
      const login = holderOf.get(postKey);
      if (!login) throw new Error(`nobody holds ${postKey}`);
      return login;
    },
    ofOffice(officeKey: string): string | undefined {
      const post = county.posts.find((one) => one.officeKey === officeKey && ANSWERING.includes(one.role));
      return post && holderOf.get(post.key);
    },
  };
}
