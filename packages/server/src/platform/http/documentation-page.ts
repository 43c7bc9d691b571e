import { ERRORS, type Route } from '@yimen/contracts';
import { z } from 'zod';

/** One plain page that works without scripts, prints, and loads nothing from elsewhere. */
export function renderDocumentation(routes: readonly Route[], version: string, nonce: string): string {
  const groups = Map.groupBy(routes, (route) => route.path.split('/')[1] ?? '');
  const links = [...groups.keys()].map((name) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`).join(' ');
  const sections = [...groups].map(
    ([name, members]) =>
      `<section id="${escapeHtml(name)}"><h2>/${escapeHtml(name)}</h2>${members.map(routeHtml).join('')}</section>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>一门 接口说明 · Yimen API</title><style nonce="${nonce}">${STYLE}</style></head><body><main>
<h1>一门 接口说明 <small>Yimen API ${escapeHtml(version)}</small></h1>
<p>金额为整数分，日期为北京时间，时刻为 UTC。写操作须带 <code>Idempotency-Key</code> 与 <code>X-Yimen-Csrf: 1</code>。
<span lang="en">Money is whole fen, dates are Asia/Shanghai, instants are UTC. Commands need both headers.</span>
<a href="/api/openapi.json">OpenAPI 3.1</a></p><nav>${links}</nav>${sections.join('')}
<section id="errors"><h2>错误代码 <small>Error codes</small></h2>${errorsHtml()}</section></main></body></html>`;
}

function routeHtml(route: Route): string {
  const parts = [
    ['路径参数 Path', route.params],
    ['查询参数 Query', route.query],
    ['内容 Body', route.body],
    ['答复 Answer', route.response],
  ] as const;
  const schemas = parts.map(([title, schema]) =>
    schema ? `<details><summary>${title}</summary><pre>${escapeHtml(schemaText(schema))}</pre></details>` : '',
  );
  const errors = (route.errors ?? []).map((code) => `<code>${code}</code>`).join(' ');
  return `<article><h3><b class="${route.method}">${route.method}</b> <code>/api${escapeHtml(route.path)}</code></h3>
<p>${escapeHtml(route.summary.zh)} <span lang="en">${escapeHtml(route.summary.en)}</span> · <code>${escapeHtml(route.access)}</code>${route.audited ? ' · 记审计 audited' : ''}</p>
${schemas.join('')}${errors ? `<p>${errors}</p>` : ''}</article>`;
}

function schemaText(schema: z.ZodType): string {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.stringify(described, null, 2);
}

function errorsHtml(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, title, nextStep }]) =>
      `<tr><td><code>${code}</code><td>${status}<td>${escapeHtml(title.zh)}<br><span lang="en">${escapeHtml(title.en)}</span><td>${escapeHtml(nextStep.zh)}`,
  );
  return `<table><thead><tr><th>代码<th>状态<th>含义<th>下一步</thead><tbody>${rows.join('')}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `body{font:15px/1.6 system-ui,"Noto Sans SC",sans-serif;color:#1d2b33;background:#f6f8f9;margin:0}main{max-width:960px;margin:0 auto;padding:24px 16px}
h1 small,h2 small,span[lang=en]{color:#566770;font-weight:400}nav{display:flex;flex-wrap:wrap;gap:8px 16px;padding:8px 0}a{color:#1f5f7a}
article{background:#fff;border:1px solid #dbe3e7;border-radius:8px;padding:12px 16px;margin:12px 0}h3{font-size:15px;margin:0}pre{overflow:auto;background:#f1f5f7;padding:12px;border-radius:6px}
b{color:#fff;background:#1f5f7a;border-radius:4px;padding:1px 8px;font-size:12px}b.POST,b.PUT,b.PATCH{background:#8a5a12}b.DELETE{background:#9c2f2f}
table{border-collapse:collapse;width:100%;background:#fff}td,th{border:1px solid #dbe3e7;padding:6px 8px;text-align:left;vertical-align:top}@media print{details{display:none}}`;
