/**
 * Adds the self-hosted Chinese subsets after the first paint; a device with Chinese fonts fetches none of them.
 * The attribute changes the font list itself, because Chromium keeps text that it has already shaped with a
 * missing glyph when new faces arrive.
 */
export async function loadFonts(): Promise<void> {
  await import('./fonts.css');
  document.documentElement.toggleAttribute('data-fonts', true);
}
