import type { Language } from './locale.ts';

/** Longest first, so that the first that fits is the longest. Folded spelling (no accents). */
function table(list: string): readonly string[] {
  return list.split(' ').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Endings of inflection and of the commonest derivations. */
export const suffixes = {
  de: table(
    'e en er em es n s st t et ern enem ener enes erin erinnen ung ungen lich liche lichen licher liches keit keiten heit heiten ' +
      'ieren iert ierte ierten iere ierung ierungen atur aturen',
  ),
  fr: table(
    'e ee er ez ent ant ante ait aient ais iez era erai eras erez eront erait ation ition ement ateur eur euse if ive ' +
      'i ie ir ira irai issant issent issez issons u us ue aison',
  ),
  es: table(
    'a o e ar er ir ando iendo yendo ado ada ido ida aba aban aron ieron amos emos imos an en aria arian eria erian iria ' +
      'arlo arla arlos arlas arme erlo erla erme irlo irme aran are era eran acion icion cion sion mente amiento imiento dad able ible ito ita',
  ),
  pt: table(
    'a o e ar er ir ando endo indo ado ada ido ida ava avam aram eram iram amos emos imos am em aria ariam eria iria ' +
      'acao icao cao sao anca atura mente amento imento dade avel ivel ei ou iu inho inha',
  ),
  ru: table(
    'а я о е и ы у ю ь й ой ей ий ый ом ем ам ям ах ях ов ев ами ями ого его ому ему ым им ых их ая яя ое ее ую юю ою ею ии ия ию ие ией ием иям иях иями ' +
      'ть ать ять ить еть уть аться яться иться еться ешь ете ите ишь ает аем аете ают аю аешь яет яют яю уют ует ' +
      'ал ала ало али ял яла яло яли ил ила ило или ел ела ело ели ул ула уло ули ался алась алось ались ился илась илось ились ' +
      'ение ения ению ением ений ание ания анию анием аний ость ости остью остей нный нная нное нные нного нной нных йте',
  ),
} as const;

/** Forms that no ending explains, as `form=stem`; a form is a whole word or what is left of it without its ending. */
const sameStems = {
  en:
    'deliveri=deliv payment=pai paid=pai shipment=ship subscript=subscrib registr=regist verif=verifi sent=send bought=bui sold=sell ' +
    'broke=break broken=break lost=lose forgot=forget forgotten=forget stole=steal stolen=steal chose=choos chosen=choos ' +
    'took=take taken=take came=come given=give gave=give kept=keep withdrawn=withdraw colour=color favourit=favorit grei=grai',
  de:
    'rueckgab=zuruckgeb ruckgab=zuruckgeb rucksend=zurucksend rucknahm=zurucknehm storno=storn kont=konto rechner=rechner rechners=rechner ' +
    'verlor=verlier gebroch=brech gefund=find geschrieb=schreib gestohl=stehl',
  fr: 'retourn=retour achat=achet',
  es: 'devuelv=devolv devuelt=devolv devolu=devolv suscrip=suscrib cuest=cost encuentr=encontr pued=pod quier=quer',
  pt: 'devolu=devolv comprimento=comprimento',
  ar: '',
  ru: 'верн=возврат денег=деньг оплачен=оплат оплачива=оплат стоит=сто придет=прид',
} as const;

const irregular = new Map<string, ReadonlyMap<string, string>>();

/** The irregular forms of a language, each with its stem. */
export function irregularForms(language: Language): ReadonlyMap<string, string> {
  let forms = irregular.get(language);
  if (forms === undefined) {
    const pairs = (sameStems[language as keyof typeof sameStems] ?? '').split(' ').filter((pair) => pair !== '');
    forms = new Map(pairs.map((pair) => pair.split('=') as [string, string]));
    irregular.set(language, forms);
  }
  return forms;
}

const otherEndings: Partial<Record<Language, string>> = {
  en: 's es d ed ing r er ers or ors ly y i ies ied able ation ations ment ments ement ements ance al ion ions',
  ar: 'ه ي ات ان ون ين ها هم كم نا تي تك',
  ru: 'ка ки ку кой ок ек ке',
};
const pluralEndings: Partial<Record<Language, readonly string[]>> = { es: ['s', 'es'], pt: ['s', 'es', 'oes', 'ns'], fr: ['s', 'x'] };

// German takes ending after ending off.
const germanLinks = ['', 'n', 'en', 'e', 'er', 't', 's', 'st'];

/** What may stand after a stem, each alone and with a plural where the language adds one. */
export function endingsOf(language: Language): ReadonlySet<string> {
  const single = [...(suffixes[language as keyof typeof suffixes] ?? []), ...(otherEndings[language]?.split(' ') ?? [])];
  const plurals = pluralEndings[language] ?? [];
  const links = language === 'de' ? germanLinks : [''];
  const joined = single.flatMap((ending) => [...links.map((link) => link + ending), ...plurals.map((plural) => ending + plural)]);
  return new Set(['', ...joined, ...plurals]);
}
