// A new page that shows an old one in a frame.
import { el } from './element.js';
import { say } from './labels.js';
import { newFrame } from './new-frame.js';

export const jobs = () => ({
  title: `${say('jobs')} | LinkedIn`,
  root: newFrame({
    screen: 'jobs.SemanticJobDetails',
    column: el('iframe', {
      'data-testid': 'interop-iframe',
      src: `/preload/frame/${location.search}`,
      title: say('jobs'),
      look: 'frame',
    }),
  }),
});
