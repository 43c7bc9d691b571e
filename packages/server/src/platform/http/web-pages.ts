import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { newNonce, pagePolicy } from './security-headers.ts';

export type WebApp = { readonly prefix: string; readonly folder: string };

/** Serves built pages: hashed assets for ever, index.html fresh with a nonce for every address without a file. */
export async function addWebPages(
  app: FastifyInstance,
  webApps: readonly WebApp[],
): Promise<(url: string, reply: FastifyReply) => boolean> {
  const pages = webApps.map((webApp) => ({ ...webApp, index: indexOf(webApp.folder) }));
  for (const [number, page] of pages.entries()) {
    const { prefix, folder } = page;
    app.get(prefix, { exposeHeadRoute: false }, (_request, reply) => sendIndex(page, reply));
    if (prefix !== '/')
      app.get(prefix.slice(0, -1), { exposeHeadRoute: false }, (_request, reply) => reply.redirect(prefix, 308));
    app.get(`${prefix}index.html`, { exposeHeadRoute: false }, (_request, reply) => sendIndex(page, reply));
    if (!existsSync(folder)) continue;
    await app.register(fastifyStatic, {
      root: folder,
      prefix,
      index: false,
      decorateReply: number === 0,
      cacheControl: false,
      // The build put small forms beside its files: tools/start/compress-assets.ts.
      preCompressed: true,
      dotfiles: 'ignore',
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  const longestFirst = [...pages].sort((a, b) => b.prefix.length - a.prefix.length);
  return (url, reply) => {
    const path = url.split('?')[0] ?? '/';
    const page = longestFirst.find(({ prefix }) => path.startsWith(prefix));
    // A name with an ending is a missing file, not a page of the app.
    if (page === undefined || /\.[a-z0-9]+$/i.test(path)) return false;
    sendIndex(page, reply);
    return true;
  };
}

type Page = WebApp & { readonly index: () => string };

function sendIndex(page: Page, reply: FastifyReply): FastifyReply {
  const nonce = newNonce();
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.index().replaceAll('__CSP_NONCE__', nonce));
}

/** Reads index.html again only when a new build replaced it. */
function indexOf(folder: string): () => string {
  const file = join(folder, 'index.html');
  let known = { at: 0, text: '' };
  return () => {
    const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (at === undefined) return NOT_BUILT;
    if (at !== known.at) known = { at, text: readFileSync(file, 'utf8') };
    return known.text;
  };
}

const NOT_BUILT =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>一门</title><p>页面尚未构建，请先运行 npm start。<p lang="en">The pages are not built yet: run npm start.</html>';
