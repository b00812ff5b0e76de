// Posts for a feed that goes on and on: put together from few words, in the language of whoever says them.
const BEGIN = [
  'This week I finally understood',
  'Spent the morning with',
  'Can anybody recommend a good first book on',
  'Small victory:',
  'Today a neighbour taught me about',
  'I am looking for two people to try out',
  'Notes from yesterday’s meetup on',
  'Nobody warned me about the joy of',
  'Half a year later I still think about',
];
const THING = [
  'bread that rises overnight',
  'bridges made of rope',
  'drawing maps by hand',
  'the smell of old paper',
  'teaching with questions only',
  'mending a chair without nails',
  'software for one single user',
  'singing in a cold church',
  'counting birds before breakfast',
  'a garden on a flat roof',
];
const END = [
  'More on Sunday.',
  'The kettle is on if you are near.',
  'Thank you to the three of you who asked.',
  'I wrote it down so that I cannot forget it.',
  'It took longer than I would like to admit.',
  'If you have done this before, I would love to hear how.',
  'Pictures when the light is better.',
  'We meet again in two weeks, same table.',
];
const ANSWER = [
  'This made my morning, thank you.',
  'Same here, and it took me three tries.',
  'I have a spare one in the shed, it is yours.',
  'How did you keep it dry?',
  'My grandmother swore by exactly this.',
  'Could you bring it on Thursday?',
  'Saved for the next rainy Sunday.',
  'Who taught you that?',
];
const OTHER = {
  uk: ['Сьогодні співали втрьох. Вистачило.', 'Хто знає слова третього куплета?'],
  sr: ['Стари мост још стоји. Ишао сам да га поздравим.', 'Воз је каснио, разговор није.'],
  el: ['Το θυμάρι άνθισε νωρίς φέτος.', 'Ποιος ξέρει έναν καλό ωρολογοποιό;'],
  ar: ['من لديه كتاب قديم عن النجارة؟', 'كوب شاي، وورقة بيضاء، وصباح هادئ.'],
  he: ['העגבניות הראשונות על הגג.', 'מי רוצה שתילים? יש לי יותר מדי.'],
  hi: ['आज बारिश में रियाज़ किया।', 'किसी के पास पुरानी जिल्द का कपड़ा है?'],
  zh: ['今天番茄开花了。', '有人愿意一起练字吗？'],
  ja: ['文字盤を磨いたら、裏に名前がありました。', '今日は青をひと缶。'],
  ko: ['오늘은 고래를 접었어요.', '새벽 빵 냄새가 골목까지 갑니다.'],
};

/** What somebody says under a post. */
export const answer = (by, luck) => luck.pick(OTHER[by.lang] ?? ANSWER);

export function words(by, luck) {
  const own = OTHER[by.lang];
  if (own) return luck.pick(own);
  const parts = [luck.pick(BEGIN), `${luck.pick(THING)}.`];
  for (let more = luck.below(3); more > 0; more--) parts.push(luck.pick(END));
  return parts.join(' ');
}
