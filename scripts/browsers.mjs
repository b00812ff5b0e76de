// Where the two browsers are on this machine. Run by itself it fails unless both are there.
import fs from 'node:fs';
import path from 'node:path';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/** The environment's CHROMIUM or FIREFOX, or else the first of the usual names on the path. */
export function find(browser) {
  const named = process.env[browser.toUpperCase()];
  if (named) return named;
  for (const name of NAMES[browser]) {
    for (const folder of process.env.PATH.split(path.delimiter)) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) return file;
    }
  }
  return null;
}

if (process.argv[1] === import.meta.filename) process.exit(find('chromium') && find('firefox') ? 0 : 1);
