import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  base: '/staff/',
  plugins: [react(), silentIcons()],
  // The server puts a fresh nonce here for every page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});

/** Icons stand beside words here; their own names are English ("down", "close-circle") and would be read out. */
function silentIcons(): Plugin {
  const named = `role: "img",\n    "aria-label": icon.name`;
  return {
    name: 'silent-icons',
    transform: {
      filter: { id: /@ant-design\/icons\/.*\/AntdIcon(Light)?\.js/ },
      handler(code) {
        if (!code.includes(named)) throw new Error('@ant-design/icons names its icons in another way now');
        return { code: code.replace(named, '"aria-hidden": true'), map: null };
      },
    },
  };
}
