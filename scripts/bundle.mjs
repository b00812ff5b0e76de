// Writes dist/chromium and dist/firefox: bundled scripts, pages, styles, icons, words, wasm, manifest. Not minified, so that
// whoever reviews the package reads what we wrote.
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { load } from './load.mjs';
import { checkSites } from './sites.mjs';

const FROM = 'extension';
const GLUE = 'target/glue';
const BROWSERS = ['chromium', 'firefox'];
const here = name => path.join(FROM, name);
const glueOutside = {
  name: 'glue-outside',
  setup: build =>
    build.onResolve({ filter: /\/(core|import|ui)\.js$/ }, ({ path: file }) => ({
      path: `./${path.basename(file)}`,
      external: true,
    })),
};

const modules = [here('background.ts'), ...list(here('pages'), '.ts'), ...list(FROM, '.worker.ts')].filter(
  fs.existsSync,
);
const content = [here('content/main.ts')].filter(fs.existsSync);
await checkSites();
const manifest = (await load(here('manifest.ts'))).manifest;
const scripts = [
  ...(await bundle(modules, { format: 'esm' }, file => path.basename(file, '.ts'))),
  ...(await bundle(content, { format: 'iife' }, () => 'content')),
];

for (const browser of BROWSERS) {
  const to = path.join('dist', browser);
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to, { recursive: true });
  for (const { name, text } of scripts) fs.writeFileSync(path.join(to, name), text);
  for (const file of list(here('pages'), '.html')) copy(file, path.join(to, path.basename(file)));
  for (const file of list(GLUE, '.js', '.wasm')) copy(file, path.join(to, path.basename(file)));
  for (const file of list(here('icons'), '.png')) copy(file, path.join(to, 'icons', path.basename(file)));
  copy(here('styles'), path.join(to, 'styles'));
  copy(here('_locales'), path.join(to, '_locales'));
  fs.writeFileSync(path.join(to, 'manifest.json'), `${JSON.stringify(manifest(browser), null, 2)}\n`);
}
console.log(`kith: ${BROWSERS.map(browser => `dist/${browser}`).join(' and ')} are ready`);

function list(folder, ...endings) {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter(name => endings.some(ending => name.endsWith(ending)));
  return names.sort().map(name => path.join(folder, name));
}

function copy(from, to) {
  if (fs.existsSync(from)) fs.cpSync(from, to, { recursive: true });
}

/** Each entry becomes one file; wasm-bindgen's own stay outside, as files beside it. */
async function bundle(entries, options, nameOf) {
  if (entries.length === 0) return [];
  const { outputFiles } = await esbuild.build({
    entryPoints: entries.map(file => ({ in: file, out: nameOf(file) })),
    outdir: 'dist',
    bundle: true,
    write: false,
    target: ['chrome127', 'firefox142'],
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'warning',
    plugins: [glueOutside],
    ...options,
  });
  return outputFiles.map(file => ({ name: path.basename(file.path), text: file.text }));
}
