import type { Language } from '../../src/language/locale.ts';

/** What the agent says around nudges, in one language. `{…}` are filled in. */
export interface NudgeWords {
  readonly tip: string;
  readonly later: string;
  readonly never: string;
  readonly off: string;
  readonly on: string;
  readonly why: string;
  readonly becauseHere: string;
  readonly becauseTold: string;
  readonly becauseDate: string;
  readonly becauseNew: string;
  readonly offerOver: string;
  readonly stored: string;
  readonly storedNothing: string;
  /** {count} */
  readonly storedShown: string;
  /** {count} */
  readonly storedRefused: string;
  /** {count} */
  readonly storedPages: string;
  /** {list} */
  readonly storedDates: string;
  /** {name}, {list}; then what the list is of, looks, searches and questions, each with its {count}. */
  readonly storedInterest: string;
  /** {score}, {days}, {outcomes}, {mood}: whole numbers, percent signs are the phrase's. */
  readonly storedHealth: string;
}

const en: NudgeWords = {
  tip: 'Tip',
  later: 'Not now',
  never: 'Not this one again',
  off: 'No tips at all',
  on: 'Show tips again',
  why: 'Why do I see this?',
  becauseHere: 'Because of what happened on these pages. It was worked out on your device.',
  becauseTold: 'Because the site reported it for you. It was worked out on your device.',
  becauseDate: 'Because of a date that the site told. It was worked out on your device.',
  becauseNew: 'Because many ask about this now.',
  offerOver: 'This offer cannot be had right now.',
  stored: 'Tips',
  storedNothing: 'Nothing is stored for tips.',
  storedShown: 'Tips that you saw: {count}',
  storedRefused: 'Tips that you do not want again: {count}',
  storedPages: 'Pages that you came to, to notice when you come back: {count}',
  storedDates: 'Dates: {list}',
  storedInterest: '{name}, because you {list}|looked at it {count}×|searched for it {count}×|asked about it {count}×',
  storedHealth:
    'How well you are served here: {score} of 100 (days with a visit: {days}; questions solved: {outcomes} %; good moments lately: {mood} %)',
};

const zh: NudgeWords = {
  tip: '提示',
  later: '暂时不用',
  never: '不再显示这一条',
  off: '不要任何提示',
  on: '重新显示提示',
  why: '为什么会看到这个？',
  becauseHere: '因为您在这些页面上的操作。判断是在您的设备上完成的。',
  becauseTold: '因为网站报告了与您有关的情况。判断是在您的设备上完成的。',
  becauseDate: '因为网站提供的一个日期。判断是在您的设备上完成的。',
  becauseNew: '因为现在很多人都在问。',
  offerOver: '目前无法享受此优惠。',
  stored: '提示',
  storedNothing: '没有为提示保存任何内容。',
  storedShown: '您看过的提示：{count}',
  storedRefused: '您不想再看到的提示：{count}',
  storedPages: '您到过的页面（用于得知您再次到来）：{count}',
  storedDates: '日期：{list}',
  storedInterest: '{name}，因为您{list}|看过 {count} 次|搜索过 {count} 次|询问过 {count} 次',
  storedHealth: '您在这里得到的服务：{score}/100（到访天数：{days}；问题已解决：{outcomes}%；近来顺利的时刻：{mood}%）',
};

const es: NudgeWords = {
  tip: 'Consejo',
  later: 'Ahora no',
  never: 'No mostrar este más',
  off: 'Ningún consejo',
  on: 'Volver a mostrar consejos',
  why: '¿Por qué veo esto?',
  becauseHere: 'Por lo que ha pasado en estas páginas. Se ha deducido en su dispositivo.',
  becauseTold: 'Porque el sitio lo ha comunicado para usted. Se ha deducido en su dispositivo.',
  becauseDate: 'Por una fecha que ha indicado el sitio. Se ha deducido en su dispositivo.',
  becauseNew: 'Porque ahora mucha gente pregunta por esto.',
  offerOver: 'Esta oferta no está disponible ahora.',
  stored: 'Consejos',
  storedNothing: 'No hay nada guardado para los consejos.',
  storedShown: 'Consejos que ha visto: {count}',
  storedRefused: 'Consejos que no quiere volver a ver: {count}',
  storedPages: 'Páginas que ha visitado, para notar cuándo vuelve: {count}',
  storedDates: 'Fechas: {list}',
  storedInterest: '{name}, porque lo ha {list}|mirado {count}×|buscado {count}×|consultado {count}×',
  storedHealth:
    'Cómo le va aquí: {score} de 100 (días con visita: {days}; preguntas resueltas: {outcomes} %; buenos momentos últimamente: {mood} %)',
};

const de: NudgeWords = {
  tip: 'Tipp',
  later: 'Jetzt nicht',
  never: 'Diesen nicht mehr',
  off: 'Gar keine Tipps',
  on: 'Wieder Tipps zeigen',
  why: 'Warum sehe ich das?',
  becauseHere: 'Wegen dem, was auf diesen Seiten geschah. Ermittelt auf Ihrem Gerät.',
  becauseTold: 'Weil die Website es für Sie gemeldet hat. Ermittelt auf Ihrem Gerät.',
  becauseDate: 'Wegen eines Datums, das die Website genannt hat. Ermittelt auf Ihrem Gerät.',
  becauseNew: 'Weil viele gerade danach fragen.',
  offerOver: 'Dieses Angebot ist gerade nicht möglich.',
  stored: 'Tipps',
  storedNothing: 'Für Tipps ist nichts gespeichert.',
  storedShown: 'Tipps, die Sie gesehen haben: {count}',
  storedRefused: 'Tipps, die Sie nicht mehr möchten: {count}',
  storedPages: 'Seiten, auf denen Sie waren, um Ihre Rückkehr zu bemerken: {count}',
  storedDates: 'Termine: {list}',
  storedInterest: '{name}, weil Sie es {list} haben|{count}× angesehen|{count}× gesucht|{count}× erfragt',
  storedHealth:
    'Wie gut Sie hier bedient sind: {score} von 100 (Tage mit Besuch: {days}; gelöste Fragen: {outcomes} %; gute Momente zuletzt: {mood} %)',
};

const fr: NudgeWords = {
  tip: 'Conseil',
  later: 'Pas maintenant',
  never: 'Ne plus montrer celui-ci',
  off: 'Aucun conseil',
  on: 'Afficher de nouveau des conseils',
  why: 'Pourquoi est-ce que je vois ceci ?',
  becauseHere: 'En raison de ce qui s’est passé sur ces pages. Déterminé sur votre appareil.',
  becauseTold: 'Parce que le site l’a signalé pour vous. Déterminé sur votre appareil.',
  becauseDate: 'En raison d’une date indiquée par le site. Déterminé sur votre appareil.',
  becauseNew: 'Parce que beaucoup posent cette question en ce moment.',
  offerOver: 'Cette offre n’est pas disponible pour le moment.',
  stored: 'Conseils',
  storedNothing: 'Rien n’est enregistré pour les conseils.',
  storedShown: 'Conseils que vous avez vus : {count}',
  storedRefused: 'Conseils que vous ne voulez plus voir : {count}',
  storedPages: 'Pages que vous avez visitées, pour remarquer votre retour : {count}',
  storedDates: 'Dates : {list}',
  storedInterest: '{name}, parce que vous l’avez {list}|regardé {count}×|cherché {count}×|demandé {count}×',
  storedHealth:
    'Qualité du service pour vous : {score} sur 100 (jours de visite : {days} ; questions résolues : {outcomes} % ; bons moments récents : {mood} %)',
};

const pt: NudgeWords = {
  tip: 'Dica',
  later: 'Agora não',
  never: 'Não mostrar esta de novo',
  off: 'Nenhuma dica',
  on: 'Voltar a mostrar dicas',
  why: 'Por que vejo isto?',
  becauseHere: 'Pelo que aconteceu nestas páginas. Foi deduzido no seu dispositivo.',
  becauseTold: 'Porque o site informou isso para você. Foi deduzido no seu dispositivo.',
  becauseDate: 'Por uma data informada pelo site. Foi deduzido no seu dispositivo.',
  becauseNew: 'Porque muita gente pergunta sobre isto agora.',
  offerOver: 'Esta oferta não está disponível agora.',
  stored: 'Dicas',
  storedNothing: 'Nada está guardado para dicas.',
  storedShown: 'Dicas que você viu: {count}',
  storedRefused: 'Dicas que você não quer ver de novo: {count}',
  storedPages: 'Páginas que você visitou, para notar a sua volta: {count}',
  storedDates: 'Datas: {list}',
  storedInterest: '{name}, porque você {list}|olhou {count}×|buscou {count}×|perguntou {count}×',
  storedHealth:
    'Como você é atendido aqui: {score} de 100 (dias com visita: {days}; perguntas resolvidas: {outcomes}%; bons momentos recentes: {mood}%)',
};

const ar: NudgeWords = {
  tip: 'نصيحة',
  later: 'ليس الآن',
  never: 'لا تعرض هذه مجددًا',
  off: 'لا أريد أي نصائح',
  on: 'اعرض النصائح من جديد',
  why: 'لماذا أرى هذا؟',
  becauseHere: 'بسبب ما حدث في هذه الصفحات. تم التوصل إليه على جهازك.',
  becauseTold: 'لأن الموقع أبلغ عن ذلك لك. تم التوصل إليه على جهازك.',
  becauseDate: 'بسبب تاريخ ذكره الموقع. تم التوصل إليه على جهازك.',
  becauseNew: 'لأن كثيرين يسألون عن هذا الآن.',
  offerOver: 'هذا العرض غير متاح الآن.',
  stored: 'النصائح',
  storedNothing: 'لا شيء محفوظ من أجل النصائح.',
  storedShown: 'النصائح التي رأيتها: {count}',
  storedRefused: 'النصائح التي لا تريدها مجددًا: {count}',
  storedPages: 'الصفحات التي زرتها، لملاحظة عودتك: {count}',
  storedDates: 'التواريخ: {list}',
  storedInterest: '{name}، لأنك {list}|نظرت إليه {count}×|بحثت عنه {count}×|سألت عنه {count}×',
  storedHealth: 'جودة خدمتك هنا: {score} من 100 (أيام الزيارة: {days}؛ الأسئلة المحلولة: {outcomes}٪؛ اللحظات الجيدة مؤخرًا: {mood}٪)',
};

const ru: NudgeWords = {
  tip: 'Совет',
  later: 'Не сейчас',
  never: 'Этот больше не показывать',
  off: 'Никаких советов',
  on: 'Снова показывать советы',
  why: 'Почему я это вижу?',
  becauseHere: 'Из-за того, что произошло на этих страницах. Определено на вашем устройстве.',
  becauseTold: 'Потому что сайт сообщил об этом для вас. Определено на вашем устройстве.',
  becauseDate: 'Из-за даты, которую сообщил сайт. Определено на вашем устройстве.',
  becauseNew: 'Потому что сейчас об этом многие спрашивают.',
  offerOver: 'Это предложение сейчас недоступно.',
  stored: 'Советы',
  storedNothing: 'Для советов ничего не сохранено.',
  storedShown: 'Советов, которые вы видели: {count}',
  storedRefused: 'Советов, которые вы больше не хотите видеть: {count}',
  storedPages: 'Страниц, где вы были (чтобы заметить ваше возвращение): {count}',
  storedDates: 'Даты: {list}',
  storedInterest: '{name}: {list}|просмотров — {count}|поисков — {count}|вопросов — {count}',
  storedHealth:
    'Насколько хорошо вас здесь обслуживают: {score} из 100 (дней с визитом: {days}; решённых вопросов: {outcomes} %; хороших моментов в последнее время: {mood} %)',
};

const ja: NudgeWords = {
  tip: 'ヒント',
  later: '今はしない',
  never: 'これは今後表示しない',
  off: 'ヒントを一切表示しない',
  on: 'ヒントを再び表示する',
  why: 'なぜ表示されるのですか？',
  becauseHere: 'これらのページでの操作によるものです。お使いの端末上で判断しました。',
  becauseTold: 'サイトからのお知らせがあったためです。お使いの端末上で判断しました。',
  becauseDate: 'サイトが伝えた日付によるものです。お使いの端末上で判断しました。',
  becauseNew: '今、多くの方が質問しているためです。',
  offerOver: 'このオファーは現在ご利用いただけません。',
  stored: 'ヒント',
  storedNothing: 'ヒントのために保存されているものはありません。',
  storedShown: '表示されたヒント：{count}',
  storedRefused: '今後表示しないヒント：{count}',
  storedPages: '訪れたページ（再訪に気づくため）：{count}',
  storedDates: '日付：{list}',
  storedInterest: '{name}：{list}のため|閲覧{count}回|検索{count}回|質問{count}回',
  storedHealth: 'ここでの対応の良さ：100点中{score}点（訪問日数：{days}、解決した質問：{outcomes}％、最近の良い出来事：{mood}％）',
};

export const nudgeWords: Record<Language, NudgeWords> = { en, zh, es, de, fr, pt, ar, ru, ja };
