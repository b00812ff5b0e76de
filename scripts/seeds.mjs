// What fuzzing begins with: for each reader the archives of tests/archives, unpacked in their ZIP, so that damage meets what stands in them.
// `node scripts/seeds.mjs FOLDER` makes one folder for each reader.
import fs from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

const seeds = {
  linkedin: ['archives/linkedin', 'archives/linkedin-2021'],
  x: ['archives/x'],
  facebook: ['archives/facebook'],
  mastodon: ['archives/mastodon', 'archives/following_accounts.csv'],
  card: ['archives/contacts.vcf'],
  google: ['archives/google.csv'],
  monica: ['archives/monica.json'],
  reddit: ['archives/res.json'],
  plain: ['archives/plain.csv'],
  own: ['pages/demo.json'],
};

/** A folder as the site gives it. */
function zipped(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const named = files.map(entry => path.join(entry.parentPath, entry.name));
  return zipSync(Object.fromEntries(named.map(file => [path.relative(folder, file), fs.readFileSync(file)])), {
    level: 0,
  });
}

for (const [reader, all] of Object.entries(seeds)) {
  const into = path.join(process.argv[2], reader);
  fs.mkdirSync(into, { recursive: true });
  for (const seed of all) {
    const from = path.join(import.meta.dirname, '../tests', seed);
    const bytes = fs.statSync(from).isFile() ? fs.readFileSync(from) : zipped(from);
    fs.writeFileSync(path.join(into, path.basename(from)), bytes);
  }
}
