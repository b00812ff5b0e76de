// Who wrote last.
import { personOf } from './people.js';
import { NOW } from './timeline.js';

const since = minutes => new Date(NOW - minutes * 60000);

export const conversations = [
  {
    person: personOf('ben_okafor'),
    time: since(25),
    last: 'I have a spare chair on Thursday, if you want to come and listen.',
  },
  { person: personOf('jonaslindq'), time: since(190), last: 'The twins say the table is still level.' },
  { people: ['maelle_k', 'soren_bk', 'kwame_ab_'].map(personOf), last: 'Who brings the soup?' },
  { person: personOf('wren_and_moss'), time: since(700), last: 'North gate, nine. Bring a knee cushion.' },
  { person: personOf('salma_haddad_'), time: since(1500), last: 'أرسلتُ لك الحروف.' },
  { person: personOf('wilhelmina_bind'), time: since(4000), last: 'Wheat paste, never the white glue.' },
  { person: personOf('haneul_makes'), time: since(9000), last: '종이학 고마워요.' },
  { person: personOf('quietlighthouse'), time: since(20000), last: 'Found the capacitor. It was in the tea tin.' },
];
