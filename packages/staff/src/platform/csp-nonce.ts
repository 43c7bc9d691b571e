/** The server writes a fresh nonce into the page; styles made at run time must carry it. */
export function readCspNonce(): string {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
