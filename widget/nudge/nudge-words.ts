import type { Language } from '../../src/language/locale.ts';

/** What the agent says around nudges, in one language. `{…}` are filled in. */
export interface NudgeWords {
  readonly tip: string;
  readonly later: string;
  readonly never: string;
  readonly off: string;
  readonly why: string;
  readonly becauseHere: string;
  readonly becauseTold: string;
  readonly becauseDate: string;
  readonly becauseNew: string;
  readonly offerOver: string;
}

const en: NudgeWords = {
  tip: 'Tip',
  later: 'Not now',
  never: 'Not this one again',
  off: 'No tips at all',
  why: 'Why do I see this?',
  becauseHere: 'Because of what happened on these pages. It was worked out on your device.',
  becauseTold: 'Because the site reported it for you. It was worked out on your device.',
  becauseDate: 'Because of a date that the site told. It was worked out on your device.',
  becauseNew: 'Because many ask about this now.',
  offerOver: 'This offer cannot be had right now.',
};

const zh: NudgeWords = {
  tip: '提示',
  later: '暂时不用',
  never: '不再显示这一条',
  off: '不要任何提示',
  why: '为什么会看到这个？',
  becauseHere: '因为您在这些页面上的操作。判断是在您的设备上完成的。',
  becauseTold: '因为网站报告了与您有关的情况。判断是在您的设备上完成的。',
  becauseDate: '因为网站提供的一个日期。判断是在您的设备上完成的。',
  becauseNew: '因为现在很多人都在问。',
  offerOver: '目前无法享受此优惠。',
};

const es: NudgeWords = {
  tip: 'Consejo',
  later: 'Ahora no',
  never: 'No mostrar este más',
  off: 'Ningún consejo',
  why: '¿Por qué veo esto?',
  becauseHere: 'Por lo que ha pasado en estas páginas. Se ha deducido en su dispositivo.',
  becauseTold: 'Porque el sitio lo ha comunicado para usted. Se ha deducido en su dispositivo.',
  becauseDate: 'Por una fecha que ha indicado el sitio. Se ha deducido en su dispositivo.',
  becauseNew: 'Porque ahora mucha gente pregunta por esto.',
  offerOver: 'Esta oferta no está disponible ahora.',
};

const de: NudgeWords = {
  tip: 'Tipp',
  later: 'Jetzt nicht',
  never: 'Diesen nicht mehr',
  off: 'Gar keine Tipps',
  why: 'Warum sehe ich das?',
  becauseHere: 'Wegen dem, was auf diesen Seiten geschah. Ermittelt auf Ihrem Gerät.',
  becauseTold: 'Weil die Website es für Sie gemeldet hat. Ermittelt auf Ihrem Gerät.',
  becauseDate: 'Wegen eines Datums, das die Website genannt hat. Ermittelt auf Ihrem Gerät.',
  becauseNew: 'Weil viele gerade danach fragen.',
  offerOver: 'Dieses Angebot ist gerade nicht möglich.',
};

const fr: NudgeWords = {
  tip: 'Conseil',
  later: 'Pas maintenant',
  never: 'Ne plus montrer celui-ci',
  off: 'Aucun conseil',
  why: 'Pourquoi est-ce que je vois ceci ?',
  becauseHere: 'En raison de ce qui s’est passé sur ces pages. Déterminé sur votre appareil.',
  becauseTold: 'Parce que le site l’a signalé pour vous. Déterminé sur votre appareil.',
  becauseDate: 'En raison d’une date indiquée par le site. Déterminé sur votre appareil.',
  becauseNew: 'Parce que beaucoup posent cette question en ce moment.',
  offerOver: 'Cette offre n’est pas disponible pour le moment.',
};

const pt: NudgeWords = {
  tip: 'Dica',
  later: 'Agora não',
  never: 'Não mostrar esta de novo',
  off: 'Nenhuma dica',
  why: 'Por que vejo isto?',
  becauseHere: 'Pelo que aconteceu nestas páginas. Foi deduzido no seu dispositivo.',
  becauseTold: 'Porque o site informou isso para você. Foi deduzido no seu dispositivo.',
  becauseDate: 'Por uma data informada pelo site. Foi deduzido no seu dispositivo.',
  becauseNew: 'Porque muita gente pergunta sobre isto agora.',
  offerOver: 'Esta oferta não está disponível agora.',
};

const ar: NudgeWords = {
  tip: 'نصيحة',
  later: 'ليس الآن',
  never: 'لا تعرض هذه مجددًا',
  off: 'لا أريد أي نصائح',
  why: 'لماذا أرى هذا؟',
  becauseHere: 'بسبب ما حدث في هذه الصفحات. تم التوصل إليه على جهازك.',
  becauseTold: 'لأن الموقع أبلغ عن ذلك لك. تم التوصل إليه على جهازك.',
  becauseDate: 'بسبب تاريخ ذكره الموقع. تم التوصل إليه على جهازك.',
  becauseNew: 'لأن كثيرين يسألون عن هذا الآن.',
  offerOver: 'هذا العرض غير متاح الآن.',
};

const ru: NudgeWords = {
  tip: 'Совет',
  later: 'Не сейчас',
  never: 'Этот больше не показывать',
  off: 'Никаких советов',
  why: 'Почему я это вижу?',
  becauseHere: 'Из-за того, что произошло на этих страницах. Определено на вашем устройстве.',
  becauseTold: 'Потому что сайт сообщил об этом для вас. Определено на вашем устройстве.',
  becauseDate: 'Из-за даты, которую сообщил сайт. Определено на вашем устройстве.',
  becauseNew: 'Потому что сейчас об этом многие спрашивают.',
  offerOver: 'Это предложение сейчас недоступно.',
};

const ja: NudgeWords = {
  tip: 'ヒント',
  later: '今はしない',
  never: 'これは今後表示しない',
  off: 'ヒントを一切表示しない',
  why: 'なぜ表示されるのですか？',
  becauseHere: 'これらのページでの操作によるものです。お使いの端末上で判断しました。',
  becauseTold: 'サイトからのお知らせがあったためです。お使いの端末上で判断しました。',
  becauseDate: 'サイトが伝えた日付によるものです。お使いの端末上で判断しました。',
  becauseNew: '今、多くの方が質問しているためです。',
  offerOver: 'このオファーは現在ご利用いただけません。',
};

export const nudgeWords: Record<Language, NudgeWords> = { en, zh, es, de, fr, pt, ar, ru, ja };
