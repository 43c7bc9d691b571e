const PIECES = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** Blanks comments and leaves strings alone, so that neither prose nor a "//" in an address is taken for code. */
export function stripComments(text: string): string {
  return text.replace(PIECES, (piece) => (piece.startsWith('/') ? piece.replace(/[^\n]/g, ' ') : piece));
}
