// Answers for one page of X with controls of many makes; everything else as our own X does.
import path from 'node:path';
import { buildSync } from 'esbuild';
import { route as x } from '../x/feed.mjs';

const script = buildSync({
  entryPoints: [path.join(import.meta.dirname, 'page.jsx')],
  bundle: true,
  write: false,
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
}).outputFiles[0].text;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Controls</title>
<body style="font: 15px/20px system-ui; padding: 20px"><div id="react"></div>
<p><a id="link" href="/link_one" data-testid="72-follow" aria-label="Follow @link_one">Follow</a></p>
<div id="nested"></div><script src="/controls.js"></script></body></html>`;

export const route = (host, address) => {
  if (address === '/controls') return { body: PAGE };
  if (address === '/controls.js') return { body: script, type: 'text/javascript; charset=utf-8' };
  return x(host, address);
};
