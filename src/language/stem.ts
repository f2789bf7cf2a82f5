import { stemmer as porter } from 'stemmer';
import type { Language } from './locale.ts';

/**
 * Light stemming: inflection goes, the word's sense stays. English by Porter (1980). The others take off one longest
 * suffix out of a table of inflections, as the light stemmers of Savoy (2006, "Light stemming approaches for the
 * French, Portuguese, German and Hungarian languages") do; Arabic as light10 (Larkey, Ballesteros & Connell 2002).
 * Chinese and Japanese are left alone. Takes a folded word of that language's script.
 */
export function stem(word: string, language: Language): string {
  switch (language) {
    case 'en':
      return porter(word);
    case 'ar':
      return stemArabic(word);
    case 'de':
      return stripSuffix(germanVowels(word), suffixes.de, 4);
    case 'fr':
      return undouble(stripSuffix(word, suffixes.fr, 3));
    case 'es':
      return stripSuffix(word, suffixes.es, 3);
    case 'pt':
      return stripSuffix(word, suffixes.pt, 3);
    case 'ru':
      return stripSuffix(word, suffixes.ru, 3);
    default:
      return word;
  }
}

/** Longest first, so that the first that fits is the longest. Folded spelling (no accents). */
function table(list: string): readonly string[] {
  return list.split(' ').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const suffixes = {
  de: table(
    'e en er em es n s st et t ern end ende enden enem ener enes ung ungen lich liche lichen licher liches keit keiten heit heiten erin erinnen',
  ),
  fr: table(
    's x e es ee ees er ez ent ons ant ants ante antes ait aient ais iez ions era erai eras erez eront erait ' +
      'ement ements ation ations ateur ateurs eur eurs euse euses ite ites if ifs ive ives i is ie ies it ir ira irai issant issent issez issons u us ue ues re',
  ),
  es: table(
    's es a as o os e ar er ir ando iendo yendo ado ada ados adas ido ida idos idas aba aban aron ieron amos emos imos ' +
      'an en aria arian eria erian iria arlo arla arlos arlas arme erlo erla erme irlo irme aran are era eran ' +
      'cion ciones sion siones mente amiento amientos imiento imientos dad dades able ables ible ibles ito ita',
  ),
  pt: table(
    's es a as o os e ar er ir ando endo indo ado ada ados adas ido ida idos idas ava avam aram eram iram amos emos imos ' +
      'am em aria ariam eria iria ao oes aes cao coes sao soes mente amento amentos imento imentos dade dades avel aveis ivel iveis ei ou iu inho inha',
  ),
  ru: table(
    'а я о е и ы у ю ь й ой ей ий ый ом ем ам ям ах ях ов ев ами ями ого его ому ему ым им ых их ая яя ое ее ую юю ою ею ии ия ию ие ием иям иях иями ' +
      'ть ти ться тся ешь ет ете ем ут ют ит ите ишь ат ят ал ала ало али ял яла яли ил ила ило или ел ела ели ет уют ует ует аю аешь ает аем аете ают яю яет яют ' +
      'ов ение ения ению ением ений ание ания анию анием аний ость ости остью остей нный нная нное нные нного нной нных ся сь лся лась лось лись ась ись ите йте',
  ),
} as const;

function stripSuffix(word: string, list: readonly string[], shortestStem: number): string {
  for (const suffix of list) {
    if (word.length - suffix.length >= shortestStem && word.endsWith(suffix)) return word.slice(0, -suffix.length);
  }
  return word;
}

/** `ae oe ue` and `ä ö ü` (folded to `a o u` before) are one spelling; after a vowel or q the u belongs to the sound. */
function germanVowels(word: string): string {
  return word.replace(/([^aeiouq]|^)([aou])e/g, '$1$2');
}

/** `appell-` (appeler, appelle) and `appel-` are one stem in French. */
function undouble(word: string): string {
  return word.replace(/([bcdfghklmnprstvz])\1$/, '$1');
}

const arabicPrefixes = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
const arabicSuffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'كم', 'نا', 'ني', 'ه', 'ي', 'ك'];

function stemArabic(word: string): string {
  let stemmed = word;
  if (stemmed.length >= 4 && stemmed.startsWith('و') && !stemmed.startsWith('وال')) stemmed = stemmed.slice(1);
  const prefix = arabicPrefixes.find((each) => stemmed.startsWith(each) && stemmed.length - each.length >= 2);
  if (prefix !== undefined) stemmed = stemmed.slice(prefix.length);
  for (const suffix of arabicSuffixes) {
    if (stemmed.endsWith(suffix) && stemmed.length - suffix.length >= 3) stemmed = stemmed.slice(0, -suffix.length);
  }
  return stemmed;
}
