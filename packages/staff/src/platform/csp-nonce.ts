/** The server writes a fresh nonce into the page; styles made at run time must carry it. */
export function readCspNonce(): string {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * Ant Design gives the nonce to its themes but not to the few styles that lock scrolling or measure scroll bars.
 * Scripts here are our own (script-src 'self'), so every style element they create may carry it.
 */
export function giveNonceToStyles(nonce: string): void {
  const createElement = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
