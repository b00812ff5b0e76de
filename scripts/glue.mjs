// Turns what cargo compiled into what the extension loads: target/glue/<name>.js, .d.ts and _bg.wasm.
// glue.mjs <cargo's folder> <crate>...
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const OUT = 'target/glue';
const BINDGEN = 'target/tools/release/bindgen';
// Named one by one: --all-features writes a module that no browser loads.
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'sign-ext',
  'nontrapping-float-to-int',
  'mutable-globals',
  'reference-types',
  'multivalue',
].map(name => `--enable-${name}`);

/**
 * Two imports that stores do not like to see. Neither carries anything from outside, but that is easier to see when they are gone.
 * - js-sys looks for `globalThis` by `new Function` where it finds it in no other way; the extension's policy forbids that anyway.
 * - Leptos fills templates with the static parts of our views; a parsed document's nodes do the same as `innerHTML`.
 */
const REWRITTEN = [
  [/const ret = new Function\(.*\);\n\s*return ret;/g, "throw new Error('code from text');"],
  [/(\w+)\.innerHTML = (.*);/g, '($1.content ?? $1).replaceChildren(parsed($2));'],
];
const PARSED = `
function parsed(html) {
    const page = new DOMParser().parseFromString('<template>' + html + '</template>', 'text/html');
    return page.querySelector('template').content;
}
`;

const [from, ...crates] = process.argv.slice(2);
const fast = Boolean(process.env.KITH_FAST);
/** The profile says what a module is to be. */
const small = path.basename(from) !== 'wasm-import';

fs.mkdirSync(OUT, { recursive: true });
for (const name of crates) {
  const raw = path.join(from, `kith_${name}.wasm`);
  if (fs.existsSync(`extension/${name}/Cargo.toml`)) glue(name, raw);
}

/** Does nothing while neither the compiled module nor this way of treating it has changed. */
function glue(name, raw) {
  const stamp = path.join(OUT, `${name}.stamp`);
  const state = [raw, BINDGEN, import.meta.filename].map(file => `${file} ${fs.statSync(file).mtimeMs}`).join('\n');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === state) return;
  const module = path.join(OUT, `${name}_bg.wasm`);
  execFileSync(BINDGEN, [raw, name, OUT, ...(fast ? ['names'] : [])], { stdio: 'inherit' });
  const script = path.join(OUT, `${name}.js`);
  fs.writeFileSync(script, rewrite(fs.readFileSync(script, 'utf8')));
  if (!fast)
    execFileSync('node_modules/.bin/wasm-opt', [small ? '-Oz' : '-O3', ...FEATURES, module, '-o', module], {
      stdio: 'inherit',
    });
  new WebAssembly.Module(fs.readFileSync(module)); // a module that does not compile must fail here, not in a browser
  console.log(`kith: ${name}_bg.wasm, ${Math.round(fs.statSync(module).size / 1024)} KiB`);
  fs.writeFileSync(stamp, state);
}

function rewrite(script) {
  const text = REWRITTEN.reduce((all, [found, instead]) => all.replaceAll(found, instead), script);
  return text.includes('parsed(') ? text + PARSED : text;
}
