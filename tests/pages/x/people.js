// Everybody who may stand on these pages. All are made up. Read by the pages and by the tests.

/** handle, name, about, language of what they write (English where it is missing) */
const WRITTEN = [
  ['anar', 'Ana Ruiz', 'Teaches physics to fourteen-year-olds. Learning Rust in the evenings.'],
  ['ben_okafor', 'Ben Okafor', 'Evening courses for people who change careers. Tea before laptops.'],
  ['meiling_writes', '陳美玲 Mei-Ling Chen', 'Incident reviews without blame. Essays on night shifts.'],
  ['jonaslindq', 'Jonas Lindqvist', 'Bass in two choirs, father of twins, repairs kitchen tables.'],
  ['priyanair', 'Priya Nair', 'Tide tables, rowing, open data. Up before the harbour is.'],
  ['tomasherrera', 'Tomás Herrera', 'Collects the stories of small libraries.'],
  ['quietlighthouse', 'Iona Macrae', 'Old radios on a small island. The kettle is usually on.'],
  ['zsofi_k', 'Zsófia Kárpáti', 'Maps for walkers. Likes a path that is not on any of them.'],
  ['lwroblew', 'Łukasz Wróblewski', 'Bikes, gears, and a shed full of both.'],
  ['ase_nordgard', 'Åse Nordgård', 'Sheep farmer. Writes the software that counts them.'],
  ['maelle_k', 'Maëlle Kerguélen', 'Boat builder. Twelve so far, all of them float.'],
  ['ipekyildiz_', 'İpek Yıldız', 'Weaver and typesetter; it is the same craft twice.'],
  ['ngoctran_le', 'Lê Ngọc Trân', 'Soup, fermentation, and careful notes on both.'],
  ['joao_azv', 'João Azevedo', 'Tiles of old houses, one photograph a day.'],
  ['darina_verb', 'Дарина Вербицька', 'Учителька музики. Збираю колискові.', 'uk'],
  ['milos_petk', 'Милош Петковић', 'Мостови, возови и спори путеви.', 'sr'],
  ['eleni_karra', 'Ελένη Καρρά', 'Μελίσσια, θυμάρι και λίγη αστρονομία.', 'el'],
  ['nikos_thal', 'Νίκος Θαλασσινός', 'Φάροι και παλιά ρολόγια.', 'el'],
  ['salma_haddad_', 'سلمى الحداد', 'أصمّم خطوطًا عربية وأعلّمها.', 'ar'],
  ['yassin_b', 'ياسين بنعلي', 'نجّار، وقارئ بطيء.', 'ar'],
  ['noa_lavie_', 'נועה לביא', 'גינה קהילתית על גג אחד.', 'he'],
  ['meera_kathak', 'मीरा जोशी', 'कथक, बारिश और चाय।', 'hi'],
  ['arjun_pages', 'अर्जुन देसाई', 'पुरानी किताबों की मरम्मत करता हूँ।', 'hi'],
  ['linxiaoyu_', '林小雨', '在阳台上种菜，也种字。', 'zh'],
  ['hinata_saku', '桜井ひなた', '商店街の看板を描いています。', 'ja'],
  ['takumi_saeki_', '佐伯 拓海', '古い時計を直す人。', 'ja'],
  ['haneul_makes', '김하늘', '종이로 동물을 접습니다.', 'ko'],
  ['doyun_bread', '박도윤', '새벽 네 시의 빵집.', 'ko'],
  ['wren_and_moss', 'Wren 🌿', 'Mosses of the northern wall. Slow walks, wet knees.'],
  ['nightshiftnell', '🦉 Nell on nights', 'Nurse. Posts when the ward sleeps.'],
  ['oskar_rides', 'Oskar 🚲☕', 'Delivers bread by bicycle, reads while it rises.'],
  [
    'wilhelmina_bind',
    'Wilhelmina Featherstone-Oyelaran, bookbinder, retired',
    'Fifty years of glue. Ask me about paper.',
  ],
  ['kwame_ab_', 'Kwame Asante-Boateng', 'Community radio, repaired with what is in the drawer.'],
  ['thandi_stars', 'Thandiwe Mokoena', 'Shows children the southern sky.'],
  ['niamh_os', 'Niamh Ó Súilleabháin', 'Fiddle tunes, written down before they are gone.'],
  ['rafa_quispe_', 'Rafael “Rafa” Quispe', 'Potatoes: two hundred kinds and counting.'],
  ['leilani_surveys', 'Leilani Kahale', 'Coral counter. Patient about everything but plastic.'],
  ['soren_bk', 'Søren Bækgaard', 'Builds chairs one can sit on for a whole book.'],
  ['pia_at_home', '@home with Pia', 'Two rooms, nine plants, one cat called Lamp.'],
  ['dr_hala_lab', 'Dr. Hala حلبي', 'Soil, roots, and what lives between them.'],
  ['j_', 'J', 'Short name, long walks.'],
  ['mara_letters', '𝓜𝓪𝓻𝓪 of the Post', 'One handwritten letter a week, to anybody who asks.'],
  ['idris_kites', 'Idris Vaughan', 'Kites. The weather is a colleague.'],
];

const FIRST =
  'Amara Basil Cleo Dilan Edda Farid Gwen Hugo Ines Jarek Kaia Levi Mina Nuno Oona Petra Quinn Runa Samir Tove Una Viggo Wanda Ximo Yara Zeno Alba Björn Céline Doru'.split(
    ' ',
  );
const LAST =
  'Ashgrove Birchall Coldwater Dunmere Elmsworth Fernley Greenholt Heathcote Ivory Junipero Kestrel Larkfield Mossman Northway Oakhanger Pebbleton Quillfeather Rushbrook Silverwood Thistledown'.split(
    ' ',
  );

/** Permanent ids are long numbers; no two of ours are alike. */
const idOf = n => String(n < 10 ? 900123 + n * 7919 : 1402600000000000000n + BigInt(n) * 104729000017n);

const written = WRITTEN.map(([handle, name, about, lang = 'en'], n) => ({ handle, name, id: idOf(n), about, lang }));

const made = Array.from({ length: 360 }, (_, n) => {
  const first = FIRST[n % FIRST.length];
  const last = LAST[(n * 7 + Math.floor(n / FIRST.length)) % LAST.length];
  const plain = first.normalize('NFD').replace(/[^a-z]/gi, '');
  return {
    handle: `${plain}_${last.slice(0, 5)}${n}`.toLowerCase(),
    name: `${first} ${last}`,
    id: idOf(WRITTEN.length + n),
    about: `From ${last.toLowerCase()} and thereabouts.`,
    lang: 'en',
  };
});

/** The first are written by hand; the others fill a long feed. */
export const people = [...written, ...made];

/** Who is signed in. */
export const me = {
  handle: 'robin_vale',
  name: 'Robin Vale',
  id: '890017',
  about: 'Makes small things for neighbours.',
  lang: 'en',
};

/** Who pays to be seen. */
export const seller = {
  handle: 'wickandember',
  name: 'Wick & Ember Lanterns',
  id: '890018',
  about: 'Lanterns.',
  lang: 'en',
};

const byHandle = new Map([...people, me, seller].map(person => [person.handle.toLowerCase(), person]));

export const personOf = handle => byHandle.get(handle.toLowerCase());

/** Answers a request to follow later, so the button says that it is pending. */
export const isProtected = ({ handle }) => handle === 'mara_letters' || handle === 'noa_lavie_';
