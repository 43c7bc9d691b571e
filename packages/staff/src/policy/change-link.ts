/** What a link needs to lead to the form of a change: of one parameter or rule, or of a document. */
export function changeLink(releaseId: string, search: Readonly<Record<string, string>>) {
  // The tree of pages is built from data, so the router cannot know the address or its search.
  return { to: `/policy-releases/${releaseId}/change` as string, search: search as never };
}

export function targetSearch(target: string, area: string | null): Readonly<Record<string, string>> {
  return { target, ...(area === null ? {} : { area }) };
}

/** To how one figure or rule came about. */
export function historyLink(packId: string, target: string) {
  return { to: `/policy/${packId}/history` as string, search: { target } as never };
}
