import type { View } from './view.ts';

/** What a word before a number says that the number is. */
export type NumberCue = 'card' | 'phone' | 'id' | 'thing';

/**
 * Words of the nine languages, as regular expressions over lower-case text; `thing` is what numbers are that are nobody's
 * secret: orders, parcels, serials. Words of languages with spaces match from their start.
 */
const spaced: Readonly<Record<NumberCue, string>> = {
  id: "ssn|social security(?: (?:number|no))?|national (?:id|identity|insurance)\\S*|(?:ni|nino) (?:number|no)|identity (?:card|number|document)|id (?:card|number|no|nr)|passports?(?: (?:no|number))?|driver'?s? licen[cs]e|driving licen[cs]e|tax(?:payer)? id|steuer-?id\\S*|steueridentifikation\\S*|steuernummer|(?:personal)?ausweis\\S*|reisepass\\S*|pass-?nummer|sozialversicherung\\S*|führerschein\\S*|dni|nie|nif|curp|rfc|rut|cuit|cuil|c[eé]dula|documento(?: de identidad)?|pasaporte|n[uú]mero de (?:la )?seguridad social|nir|insee|s[eé]cu(?:rit[eé] sociale)?|carte (?:nationale )?d'identit[eé]|passeport|permis de conduire|cpf|rg|contribuinte|cart[aã]o de cidad[aã]o|bilhete de identidade|passaporte|bsn|ahv|инн|снилс|паспорт\\S*|удостоверени\\S*|водительск\\S*|(?:ال)?هوية\\S*|هويتي|(?:ال)?هويه|(?:ال)?إقامة|(?:ال)?اقامة|الرقم القومي|رقم قومي|السجل المدني|(?:ال)?جواز\\S*|رخصة",
  card: 'cards?|visa|master ?card|maestro|amex|american express|credit|debit|(?:kredit|ec-?|bank)?karten?(?:nummer)?|kreditkarte|tarjetas?|cartes?|carte bancaire|cart(?:ão|ões|ao)|карт[аыуеой]+|بطاق\\S*|البطاق\\S*|بالبطاق\\S*',
  phone:
    '(?:tele)?(?:ph|f)one?s?|telefon\\S*|teléfono|téléphone|tel[eé]fono|telephone|tel|tél|t[eé]lf?|call|ring|text(?: me)?|cell(?:phone)?|mobile?|mobil(?:nummer)?|handy(?:nummer)?|fax|whats ?app|telegram|viber|sms|rufnummer|rückruf|anruf\\S*|rufen|erreichbar|m[oó]vil|celular|ll[aá]m[ae]\\S*|appel\\S*|rappel\\S*|portable|joindre|ligu?[aeu]\\S*|telem[oó]vel|тел\\S*|звон\\S*|позвон\\S*|перезвон\\S*|мобильн\\S*|сотов\\S*|ватсап\\S*|(?:ال)?هاتف\\S*|هاتفي|(?:ال)?جوال\\S*|جوالي|(?:ال)?موبايل\\S*|(?:ا)?تصل\\S*|اتصلوا|(?:ال)?واتساب|تليفون\\S*',
  thing:
    'orders?|bestell\\S*|auftrag\\S*|commande|pedidos?|encomendas?|заказ\\S*|(?:ال)?طلب\\S*|tracking|track|shipments?|parcels?|packages?|usps|ups|dhl|fedex|dpd|sendung\\S*|paket\\S*|colis|suivi|seguimiento|env[ií]os?|rastre(?:io|amento)|трек\\S*|отправлени\\S*|посылк\\S*|(?:ال)?شحنة|(?:ال)?شحن|invoices?|receipts?|rechnung\\S*|beleg\\S*|factures?|facturas?|faturas?|nota fiscal|cnpj|сч[её]т\\S*|чек|накладн\\S*|(?:ال)?فاتورة\\S*|serial\\S*|s/?n|serien\\S*|s[eé]rie|серийн\\S*|التسلسلي|models?|modell\\S*|mod[eè]les?|modelos?|модел\\S*|articles?|artikel\\S*|art[ií]culos?|artigos?|артикул\\S*|items?|products?|produkt\\S*|sku|part|upc|ean|gtin|isbn|issn|imei|mac|barcode|штрих\\S*|باركود|versions?|firmware|прошивк\\S*|errors?|fehler\\S*|erreurs?|errores|erros?|ошибк\\S*|خطأ|الخطأ|cases?|tickets?|vorgang\\S*|fall|dossiers?|casos?|protocolos?|chamados?|обращени\\S*|(?:ال)?بلاغ|ref(?:erence|\\.)?|referen[cz]\\S*|r[eé]f(?:[eé]rence)?|المرجع|customer|kunden\\S*|client\\S*|contracts?|vertrag\\S*|contrats?|contratos?|договор\\S*|batch|lot|vouchers?|coupons?|gutschein\\S*|booking|buchung\\S*|zip|postcode|plz|postleitzahl|code postal|c[oó]digo postal|cep|индекс|الرمز البريدي|ip|ip-adresse|port|uuid|transaction|transaktion\\S*|price|preis|prix|precio|preço|цена|سعر',
};
const unspaced: Readonly<Record<NumberCue, string>> = {
  card: '信用卡|银行卡|银联卡?|卡号|储蓄卡|借记卡|的卡|卡(?=[ :]?\\d)|カード(?:番号)?|クレジット|アメックス|クレカ',
  phone:
    '电话|手机|座机|电话号码|联系方式|联系|回电|致电|拨打|打给|微信|热线|電話(?:番号)?|携帯(?:電話)?|スマホ|折り返し|連絡先|ファックス',
  id: '身份证(?:号码?)?|身分證|身分证(?:字號|字号)?|护照(?:号码?)?|驾照|驾驶证|社保号?|居住证|通行证|マイナンバー|個人番号|パスポート(?:番号)?|運転免許証?(?:番号)?|免許証番号|旅券|在留カード|保険証',
  thing:
    '订单|单号|快递|物流|运单|包裹|发票|收据|序列号|型号|货号|商品|编号|条形?码|错误代码|固件|版本|工单|案件|客户号|合同|批次|优惠券|邮编|金额|注文|追跡|伝票|送り状|請求書|領収書|シリアル|型番|品番|商品|バーコード|エラー|ファームウェア|バージョン|受付|問い合わせ番号|お客様番号|契約|ロット|クーポン|郵便番号|予約',
};

const pattern = new RegExp(
  (Object.keys(spaced) as NumberCue[]).map((cue) => `(?<${cue}>(?<!\\p{L})(?:${spaced[cue]})(?!\\p{L})|${unspaced[cue]})`).join('|'),
  'gu',
);

/** How far before a number a word still speaks of it, in characters. */
const reach = 30;

export interface CuePlace {
  readonly cue: NumberCue;
  readonly end: number;
}

/** Where the words stand, in order. */
export function cuePlaces({ lower }: View): CuePlace[] {
  return [...lower.matchAll(pattern)].map(({ groups = {}, index, 0: words }) => {
    const cue = (Object.keys(groups) as NumberCue[]).find((each) => groups[each] !== undefined) as NumberCue;
    return { cue, end: index + words.length };
  });
}

/** The nearest word before a place that speaks of it, if it is near and neither a placeholder nor a sentence's end stands between. */
export function cueBefore({ text }: View, places: readonly CuePlace[], start: number): CuePlace | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as CuePlace).end <= start) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  if (place === undefined || start - place.end > reach) return undefined;
  return /\]|[!?。！？]|\.\s/.test(text.slice(place.end, start).replace(/^\.\s/, '')) ? undefined : place;
}
