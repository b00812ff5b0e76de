// Posts for a feed that goes on and on: put together from few words, in the language of whoever says them.
const BEGIN = [
  'Three weeks ago nobody here had heard of',
  'I was asked to speak for ten minutes about',
  'Proud of a team that took a quiet interest in',
  'What nobody tells you at school:',
  'Looking for one more person who enjoys',
  'Our apprentice explained to me',
  'A short note on',
  'Before the first coffee we had already discussed',
];
const THING = [
  'hinges for very heavy doors',
  'timetables that people can read in the rain',
  'soil that remembers the factory',
  'a van shared by eleven families',
  'the right paper for a wet chart',
  'signs one understands while running',
  'drying wood without cracks',
  'keeping swifts under a new roof',
  'an honest account of a late bridge',
];
const END = [
  'The drawings are free, ask me for them.',
  'We meet on the last Friday, soup included.',
  'It failed twice. The third time it held.',
  'Thank you to the night shift.',
  'If you have done this in a colder place, please write.',
  'Photographs follow when it stops raining.',
  'No consultants were needed.',
];
const ANSWER = [
  'We did the same in the north dock, and it still stands.',
  'May I bring two pupils to see it?',
  'The second paragraph should hang in every workshop.',
  'I would have used larch.',
  'Counting on you for Friday.',
  'How long did the drying take?',
  'This is how it should be taught.',
];
const OTHER = {
  ar: ['اليوم أصلحنا المضخة القديمة، وعاد الماء قبل الظهر.', 'من يعرف خطاطًا صبورًا؟'],
  ja: ['今朝、港の地図を描き直しました。', '三年目の味噌を開けました。'],
  uk: ['Перший мед цього року. Гіркуватий, як я люблю.', 'Хто має старі креслення вітрил?'],
  el: ['Το σχολείο απέκτησε επιτέλους μια αυλή με σκιά.', 'Ψάχνω έναν ξυλουργό με υπομονή.'],
  hi: ['आज की कक्षा में ब्याज नहीं, भरोसा पढ़ाया।', 'पुरानी बही किसी के पास है?'],
  zh: ['今年的春茶，香气比去年清。', '修好了一台1931年的立式钢琴。'],
  ko: ['새 안내 지도가 오늘 걸렸습니다.', '색을 하나 뺐더니 길이 보였습니다.'],
  he: ['שעון המגדל חזר לדייק, אחרי ארבעים שנה.', 'מחפש מתלמד שאוהב שקט.'],
  ru: ['Карта 1874 года снова целая.', 'Кто умеет варить осетровый клей?'],
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
