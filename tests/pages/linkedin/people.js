// Everybody and every company that may stand on these pages. All are made up. Read by the pages and by the tests.
import { memberToken } from './ids.js';

/** slug, name, headline, language of what they write (English where it is missing) */
const WRITTEN = [
  ['marta-quintela-7b31a9', 'Marta Quintela', 'Site engineer for small bridges | Evening teacher of welding'],
  ['henrik-solvang', 'Henrik Solvang', 'Runs the repair desk at Tideline Instruments'],
  ['adaeze-nwosu-4410', 'Adaeze Nwosu', 'Midwife, and keeper of a very long waiting list'],
  ['piotr-zielonka', 'Piotr Zielonka', 'Writes timetables for ferries. They arrive.'],
  ['yukiko-hamada-b2', '浜田 由紀子', '港の図書館で働いています', 'ja'],
  ['ngozi-a', 'Ngozi Achebe-Lund, PhD', 'Soil under cities · Seven years of mud, one good map'],
  ['tariq-mansoor-9f0c22', 'طارق منصور', 'مهندس مياه في مدينة صغيرة', 'ar'],
  ['josé-maría-iturbe', 'José María Iturbe', 'Carpintero de ribera. Barcos que caben en un patio.'],
  ['line-østergård', 'Line Østergård', 'Wind, weather and what the crew needs to know before six'],
  ['ruta-kalnina-55d1', 'Rūta Kalniņa', 'Choir conductor | Product lead for a page-turner pedal'],
  ['dmytro-hlushko', 'Дмитро Глушко', 'Пасічник і програміст, саме в такому порядку', 'uk'],
  ['katerina-vlachou-', 'Κατερίνα Βλάχου', 'Αρχιτέκτων μικρών σχολείων', 'el'],
  ['anjali-deshpande-03', 'अंजली देशपांडे', 'ग्रामीण बैंक में तीस साल, अब शिक्षिका', 'hi'],
  ['吴-海燕-6c8', '吴海燕', '茶厂的质检员，周末修钢琴', 'zh'],
  ['seo-yeon-baek', '백서연', '지하철 안내 지도를 그립니다', 'ko'],
  ['eitan-barzilai', 'איתן ברזילי', 'שען של מגדלים, לומד לאט', 'he'],
  ['nguyễn-thu-hà', 'Nguyễn Thu Hà', 'Paper from rice straw, in sheets up to two metres'],
  [
    'ilse-vandermeer-van-oort',
    'Ilse van der Meer-van Oort zur Hohen Linde',
    'Auditor of cooperatives; counts apples when it must be done',
  ],
  ['bo', 'Bo', 'Harbour pilot'],
  ['greta-l-fenn', 'Greta L. Fenn 🌻', 'Community gardens, tool libraries, shared vans'],
  ['🦔-hedgerow', '🦔 Hollis Hedgerow', 'Planner of paths for animals that cross roads at night'],
  ['samira-elouadi', 'Samira El Ouadi', 'Teaches accounting to bakers and baking to accountants'],
  ['kwabena-o-darko', 'Kwabena Owusu-Darko', 'Radio engineer. Good at short waves and long evenings.'],
  ['siobhan-niccarthaigh', 'Siobhán Nic Cárthaigh', 'Harp strings, wound to order'],
  ['rashid-v', 'Rashid V.', 'Quality manager'],
  ['dr-lotte-weiss', 'Dr. Lotte Weiß', 'Tierärztin für große Tiere und kleine Höfe'],
  ['tevita-moala', 'Tevita Moala', 'Builds canoes and the teams that paddle them'],
  ['amélie-courtois-', 'Amélie Courtois', 'Restaure des horloges de gare'],
  ['ozan-yilmazturk', 'Ozan Yılmaztürk', 'Ships lentils. Knows every customs form by its first name.'],
  ['nadia-petrenko-1a', 'Надія Петренко', 'Шию вітрила', 'uk'],
  ['pedro-h-salgueiro', 'Pedro Henrique Salgueiro', 'Cork: harvest, press, insulate'],
  ['ingrid-maelstrom', 'Ingrid Mælstrøm ⚓️', 'Tide models for people who do not like models'],
  ['wanjiru-k', 'Wanjirũ Kamau', 'Weather stations made of bicycle parts'],
  ['lucian-d', 'Lucian Drăgulescu', 'Night trains, sleeping cars, warm tea'],
  ['harriet-bloom-cfa', 'Harriet Bloom, CFA', 'Patient money for slow things'],
  ['mateus-abrantes-8812', 'Mateus Abrantes', 'Glazier. Light comes in; heat stays.'],
  ['oona-tuominen', 'Oona Tuominen', 'Data about lakes, ice dates since 1840'],
  ['jean-baptiste-k', 'Jean-Baptiste Kouassi', 'Cocoa, from the tree to the bar and back'],
  ['фёдор-лосев', 'Фёдор Лосев', 'Чиню старые карты', 'ru'],
  ['mx-robin-ash', 'Robin Ash (they/them)', 'Facilitator: one table, eight chairs, no slides'],
  ['sunniva-b', '𝑺𝒖𝒏𝒏𝒊𝒗𝒂 Bratland', 'Letterpress, wedding cards, protest signs'],
  ['haruto-okubo', '大久保 陽翔', '味噌を仕込む人', 'ja'],
];

const FIRST =
  'Alma Bruno Carla Dario Elin Fergus Gita Halim Ivana Jonas Kofi Leona Milan Nadja Omar Perla Ravi Selma Timo Ursa Vera Wim Xenia Yusuf Zita Åke Émile Noé'.split(
    ' ',
  );
const LAST =
  'Abbotsham Brightwell Castlemere Dovecote Eastfold Fallowfield Gorsebank Hollinghurst Ironbridge Kingsholt Lindenau Marchwood Netherby Oakley Pinewood Quayle Ravenscar Stonecrop Thornbury Underhill'.split(
    ' ',
  );

/** Members' numbers, no two alike. */
const numberOf = n => (n < 6 ? 1804211 + n * 40961 : 80213977 + n * 1299721);

const member = ([slug, name, about, lang = 'en'], n) => ({
  slug,
  name,
  number: numberOf(n),
  token: memberToken(numberOf(n)),
  about,
  lang,
  /** 1st, 2nd or 3rd: how far away they are */
  degree: [1, 2, 2, 3][n % 4],
  /** their profile offers Follow first, Connect not at all */
  followed: n % 9 === 5,
});

const made = Array.from({ length: 360 }, (_, n) => {
  const first = FIRST[n % FIRST.length];
  const last = LAST[(n * 7 + Math.floor(n / FIRST.length)) % LAST.length];
  const plain = first.normalize('NFD').replace(/[^a-z]/gi, '');
  return [
    `${plain}-${last}-${(n * 7919 + 40961).toString(16)}`.toLowerCase(),
    `${first} ${last}`,
    `Works near ${last}`,
  ];
});

/** The first are written by hand; the others fill a long feed. */
export const people = [...WRITTEN, ...made].map(member);

/** Who is signed in. */
export const me = member(['ellis-marlow-77', 'Ellis Marlow', 'Makes small things for neighbours'], 900);

/** Who pays to be seen. */
export const seller = member(['cedric-pomfret', 'Cedric Pomfret', 'Sells planners that plan themselves'], 901);

const company = (slug, name, about) => ({ slug, name, about, company: true });

export const companies = [
  company('tideline-instruments', 'Tideline Instruments', '8,114 followers'),
  company('hearth-and-harbour', 'Hearth & Harbour', '23,507 followers'),
  company('planorama', 'Planorama', '196,022 followers'),
];

const bySlug = new Map([...people, me, seller].map(person => [person.slug, person]));
const byId = new Map(
  [...people, me, seller].flatMap(person => [
    [person.token, person],
    [String(person.number), person],
  ]),
);

/** By slug, as it stands in an address or decoded, or by token or number; null for a stranger. */
export const personOf = text => bySlug.get(decodeURIComponent(text).toLowerCase()) ?? byId.get(text) ?? null;
export const companyOf = slug => companies.find(each => each.slug === slug) ?? null;

/** Some have a sign beside their name. */
export const isVerified = ({ number }) => number % 3 === 0;
