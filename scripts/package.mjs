// What is handed to the stores: a zip for each browser, and the sources from which a reviewer builds the same.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { zip } from './zip.mjs';

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

for (const browser of ['chromium', 'firefox']) {
  const from = path.join('dist', browser);
  write(`kith-${version}-${browser}.zip`, from, fs.readdirSync(from, { recursive: true }));
}
if (fs.existsSync('.git')) write(`kith-${version}-source.zip`, '.', sources());

/** All that git keeps or would keep. */
function sources() {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return names.split('\0').filter(Boolean);
}

function write(name, from, names) {
  const files = names
    .map(each => ({ name: each.replaceAll(path.sep, '/'), file: path.join(from, each) }))
    .filter(({ file }) => fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    .map(({ name, file }) => ({
      name,
      data: fs.readFileSync(file),
      executable: Boolean(fs.statSync(file).mode & 0o100),
    }));
  const bytes = zip(files);
  fs.writeFileSync(path.join('dist', name), bytes);
  console.log(`kith: dist/${name}, ${files.length} files, ${Math.ceil(bytes.length / 1024)} KiB`);
}
