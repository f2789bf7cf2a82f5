/** One of the shop's stores: a language with the country that it is for. */
export interface Region {
  readonly locale: string;
  readonly country: string;
  /** The code that units know the market by. */
  readonly market: string;
  readonly currency: 'EUR' | 'GBP' | 'USD' | 'CNY' | 'JPY' | 'BRL';
  /** What numbers, dates and names of countries are written by. */
  readonly format: string;
  /** Currency of parts and repairs, which have no price in every currency. */
  readonly partsCurrency: 'EUR' | 'USD' | 'CNY';
  readonly taxIncluded: boolean;
  /** Ways to pay besides cards, PayPal, Apple Pay and Google Pay. */
  readonly payments: readonly string[];
}

/** The first is the default and stands at the root. */
export const regions: readonly Region[] = [
  {
    locale: 'en',
    country: 'GB',
    market: 'GB',
    currency: 'GBP',
    format: 'en-GB',
    partsCurrency: 'EUR',
    taxIncluded: true,
    payments: ['Klarna'],
  },
  {
    locale: 'zh',
    country: 'CN',
    market: 'CN',
    currency: 'CNY',
    format: 'zh-CN',
    partsCurrency: 'CNY',
    taxIncluded: true,
    payments: ['支付宝', '微信支付', '银联', '花呗'],
  },
  {
    locale: 'es',
    country: 'ES',
    market: 'EU',
    currency: 'EUR',
    format: 'es-ES',
    partsCurrency: 'EUR',
    taxIncluded: true,
    payments: ['Klarna', 'SEPA'],
  },
  {
    locale: 'de',
    country: 'DE',
    market: 'EU',
    currency: 'EUR',
    format: 'de-DE',
    partsCurrency: 'EUR',
    taxIncluded: true,
    payments: ['Klarna', 'SEPA'],
  },
  {
    locale: 'fr',
    country: 'FR',
    market: 'EU',
    currency: 'EUR',
    format: 'fr-FR',
    partsCurrency: 'EUR',
    taxIncluded: true,
    payments: ['Klarna', 'SEPA'],
  },
  {
    locale: 'pt',
    country: 'BR',
    market: 'BR',
    currency: 'BRL',
    format: 'pt-BR',
    partsCurrency: 'USD',
    taxIncluded: false,
    payments: ['Pix'],
  },
  {
    locale: 'ar',
    country: 'AE',
    market: 'AE',
    currency: 'USD',
    format: 'ar-AE-u-nu-latn',
    partsCurrency: 'USD',
    taxIncluded: false,
    payments: ['Tabby'],
  },
  {
    locale: 'ru',
    country: 'KZ',
    market: 'KZ',
    currency: 'EUR',
    format: 'ru-KZ',
    partsCurrency: 'EUR',
    taxIncluded: true,
    payments: [],
  },
  {
    locale: 'ja',
    country: 'JP',
    market: 'JP',
    currency: 'JPY',
    format: 'ja-JP',
    partsCurrency: 'USD',
    taxIncluded: true,
    payments: ['PayPay', 'コンビニ払い'],
  },
];
