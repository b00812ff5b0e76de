// Pictures of people, drawn with gradients: nothing is loaded, and nobody is shown.
import { chance } from './chance.js';
import { el, view } from './element.js';
import { link } from './link.js';

const SKY = ['#cfe3ea', '#f0dcc4', '#d9e4c8', '#e3d3e4', '#c9d8f0', '#f1d5d0', '#dfe0d2', '#bcd9cf'];
const SKIN = ['#8a5a3c', '#c98f66', '#e5b58e', '#f0cba8', '#6b4430', '#b4784f'];
const CLOTH = ['#4c6a78', '#a8573d', '#54704a', '#7b5a86', '#b38a3a', '#3e5a8a', '#8c4a5a', '#2f6f68'];
const HAIR = ['#2d231d', '#5a3a22', '#b9b4ac', '#8c5a2b', '#3a3a44', '#c9a25a'];
const drawn = new Map();

const disc = (at, size, colour) => `radial-gradient(${size} at ${at}, ${colour} 98%, transparent)`;

function portrait(luck) {
  const hair = luck.pick(HAIR);
  return [
    disc('50% 44%', '21% 24%', luck.pick(SKIN)),
    disc(luck.pick(['50% 36%', '46% 37%', '54% 37%']), '27% 27%', hair),
    disc('50% 106%', '46% 42%', luck.pick(CLOTH)),
    `linear-gradient(${luck.pick(SKY)}, ${luck.pick(SKY)})`,
  ];
}

function scenery(luck) {
  return [
    disc('30% 112%', '70% 55%', luck.pick(CLOTH)),
    disc('80% 118%', '60% 70%', luck.pick(CLOTH)),
    disc(`${30 + luck.below(40)}% 34%`, '15% 15%', '#f7e3b0'),
    `linear-gradient(${luck.pick(SKY)}, ${luck.pick(SKY)})`,
  ];
}

function picture({ handle, id }) {
  if (!drawn.has(handle)) {
    const luck = chance(Number(id.slice(-6)), handle.length);
    drawn.set(handle, (luck.happens(0.75) ? portrait(luck) : scenery(luck)).join(', '));
  }
  return drawn.get(handle);
}

/** What the photograph of a post shows. */
const SCENES = {
  roof: [
    'linear-gradient(100deg, transparent 62%, #6d7f86 62% 62.8%, transparent 62.8%)',
    disc('62.5% 30%', 'circle 16px', '#e9efee'),
    'linear-gradient(168deg, transparent 66%, #5f4a45 66.5%)',
    'linear-gradient(192deg, transparent 70%, #4a3a38 70.5%)',
    disc('24% 30%', 'circle 34px', '#f6e7bd'),
    'linear-gradient(#8fb2c4, #e2d9c6 70%)',
  ],
  street: [
    'linear-gradient(90deg, #5a6a5e 0 22%, transparent 22% 74%, #7d5a4c 74%)',
    disc('48% 40%', 'circle 44px', '#c8584a'),
    'linear-gradient(transparent 76%, #6b6660 76%)',
    'linear-gradient(#d7dfe2, #efe3cf)',
  ],
  shore: [
    disc('70% 26%', 'circle 30px', '#fbeec9'),
    'linear-gradient(transparent 55%, #5c8794 55%, #3f6a7a 80%, #d8c7a4 80.500%)',
    'linear-gradient(#f0cfae, #c6dbe2)',
  ],
  hill: [
    disc('25% 118%', '60% 70%', '#4e7050'),
    disc('78% 124%', '62% 88%', '#6a8a5c'),
    'linear-gradient(#cfe2ea, #eef0e2)',
  ],
};

export const scene = name => SCENES[name].join(', ');

const box = (size, ...inside) => view({ class: 'fill', style: `width: ${size}; height: ${size}` }, ...inside);

function layers(person) {
  return [
    box('calc(100% - 4px)', view({})),
    view(
      { class: 'fill round', style: 'width: calc(100% - 4px); height: calc(100% - 4px)' },
      view(
        {},
        view({ style: 'padding-bottom: 100%' }),
        view({ class: 'fill' }, view({ class: 'fill photo', style: `background-image: ${picture(person)}` })),
      ),
    ),
    box('calc(100% - 4px)', view({})),
  ];
}

/** `linked: false` where the whole place is one link; `known: false` as in rows of conversations, which do not say whose it is. */
export function avatar(person, size, { linked = true, known = true } = {}) {
  const outer = { class: 'fill', style: 'width: calc(100% + 4px); height: calc(100% + 4px)' };
  return view(
    {
      class: 'avatar',
      'data-testid': `UserAvatar-Container-${known ? person.handle : 'unknown'}`,
      style: `width: ${size}px; height: ${size}px`,
    },
    view({ style: 'padding-bottom: 100%' }),
    view(
      { class: 'fill' },
      view(
        outer,
        linked
          ? link(`/${person.handle}`, { 'aria-hidden': 'true', tabindex: '-1', class: 'view fill' }, ...layers(person))
          : el('div', { role: 'presentation', class: 'view fill' }, ...layers(person)),
      ),
    ),
  );
}
