// Holds the data of the sites to their form (extension/sites/site.ts): the build stops where it does not hold.
import * as v from 'valibot';
import { load } from './load.mjs';

export async function checkSites() {
  const { form } = await load('extension/sites/site.ts');
  const { sites } = await load('extension/sites/index.ts');
  for (const site of sites) {
    const { issues } = v.safeParse(form, site);
    if (!issues) continue;
    const [{ message }] = issues;
    throw new Error(`the data of ${site.network}: ${v.getDotPath(issues[0]) ?? ''} ${message}`);
  }
}
