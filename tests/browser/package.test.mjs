// The package as the stores see it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';

const manifest = browser => JSON.parse(fs.readFileSync(`dist/${browser}/manifest.json`, 'utf8'));

test('addons-linter finds nothing in dist/firefox', () => {
  const { stdout } = spawnSync('node_modules/.bin/addons-linter', ['--output', 'json', 'dist/firefox'], {
    encoding: 'utf8',
  });
  const { errors, warnings, notices } = JSON.parse(stdout);
  const said = [...errors, ...warnings, ...notices].map(
    ({ code, file, message }) => `${code} ${file ?? ''}: ${message}`,
  );
  assert.deepEqual(said, []);
});

for (const browser of ['chromium', 'firefox']) {
  test(`dist/${browser} asks for little and opens nothing`, () => {
    const { permissions, host_permissions, content_security_policy, ...rest } = manifest(browser);
    const panel = browser === 'chromium' ? ['sidePanel'] : [];
    const asked = ['storage', 'scripting', 'activeTab', 'contextMenus', 'unlimitedStorage'];
    assert.deepEqual(permissions, [...asked, ...panel]);
    for (const host of host_permissions) assert.match(host, /^https:\/\/(\w+\.)?(linkedin|x|twitter)\.com\/\*$/);
    assert.match(content_security_policy.extension_pages, /connect-src 'self'$/);
    for (const key of ['web_accessible_resources', 'externally_connectable', 'optional_permissions'])
      assert.ok(!(key in rest), key);
  });

  test(`dist/${browser} carries what its manifest names`, () => {
    const text = JSON.stringify(manifest(browser));
    const files = text.match(/[\w/]+\.(js|html|png)/g);
    for (const file of files) assert.ok(fs.existsSync(`dist/${browser}/${file}`), file);
  });
}
