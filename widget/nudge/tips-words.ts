import type { Language } from '../../src/language/locale.ts';

/** How what is kept for nudges is said, in one language. `{…}` are filled in. */
interface TipsWords {
  readonly on: string;
  readonly title: string;
  readonly nothing: string;
  /** {count} */
  readonly shown: string;
  /** {count} */
  readonly refused: string;
  /** {count} */
  readonly pages: string;
  /** {list} */
  readonly dates: string;
  /** {name}, {list}; then what the list is of, looks, searches and questions, each with its {count}. */
  readonly interest: string;
  /** {score}, {days}, {outcomes}, {mood}: whole numbers, percent signs are the phrase's. */
  readonly health: string;
}

const en: TipsWords = {
  on: 'Show tips again',
  title: 'Tips',
  nothing: 'Nothing is stored for tips.',
  shown: 'Tips that you saw: {count}',
  refused: 'Tips that you do not want again: {count}',
  pages: 'Pages that you came to, to notice when you come back: {count}',
  dates: 'Dates: {list}',
  interest: '{name}, because you {list}|looked at it {count}×|searched for it {count}×|asked about it {count}×',
  health:
    'How well you are served here: {score} of 100 (days with a visit: {days}; questions solved: {outcomes} %; good moments lately: {mood} %)',
};

const zh: TipsWords = {
  on: '重新显示提示',
  title: '提示',
  nothing: '没有为提示保存任何内容。',
  shown: '您看过的提示：{count}',
  refused: '您不想再看到的提示：{count}',
  pages: '您到过的页面（用于得知您再次到来）：{count}',
  dates: '日期：{list}',
  interest: '{name}，因为您{list}|看过 {count} 次|搜索过 {count} 次|询问过 {count} 次',
  health: '您在这里得到的服务：{score}/100（到访天数：{days}；问题已解决：{outcomes}%；近来顺利的时刻：{mood}%）',
};

const es: TipsWords = {
  on: 'Volver a mostrar consejos',
  title: 'Consejos',
  nothing: 'No hay nada guardado para los consejos.',
  shown: 'Consejos que ha visto: {count}',
  refused: 'Consejos que no quiere volver a ver: {count}',
  pages: 'Páginas que ha visitado, para notar cuándo vuelve: {count}',
  dates: 'Fechas: {list}',
  interest: '{name}, porque lo ha {list}|mirado {count}×|buscado {count}×|consultado {count}×',
  health:
    'Cómo le va aquí: {score} de 100 (días con visita: {days}; preguntas resueltas: {outcomes} %; buenos momentos últimamente: {mood} %)',
};

const de: TipsWords = {
  on: 'Wieder Tipps zeigen',
  title: 'Tipps',
  nothing: 'Für Tipps ist nichts gespeichert.',
  shown: 'Tipps, die Sie gesehen haben: {count}',
  refused: 'Tipps, die Sie nicht mehr möchten: {count}',
  pages: 'Seiten, auf denen Sie waren, um Ihre Rückkehr zu bemerken: {count}',
  dates: 'Termine: {list}',
  interest: '{name}, weil Sie es {list} haben|{count}× angesehen|{count}× gesucht|{count}× erfragt',
  health:
    'Wie gut Sie hier bedient sind: {score} von 100 (Tage mit Besuch: {days}; gelöste Fragen: {outcomes} %; gute Momente zuletzt: {mood} %)',
};

const fr: TipsWords = {
  on: 'Afficher de nouveau des conseils',
  title: 'Conseils',
  nothing: 'Rien n’est enregistré pour les conseils.',
  shown: 'Conseils que vous avez vus : {count}',
  refused: 'Conseils que vous ne voulez plus voir : {count}',
  pages: 'Pages que vous avez visitées, pour remarquer votre retour : {count}',
  dates: 'Dates : {list}',
  interest: '{name}, parce que vous l’avez {list}|regardé {count}×|cherché {count}×|demandé {count}×',
  health:
    'Qualité du service pour vous : {score} sur 100 (jours de visite : {days} ; questions résolues : {outcomes} % ; bons moments récents : {mood} %)',
};

const pt: TipsWords = {
  on: 'Voltar a mostrar dicas',
  title: 'Dicas',
  nothing: 'Nada está guardado para dicas.',
  shown: 'Dicas que você viu: {count}',
  refused: 'Dicas que você não quer ver de novo: {count}',
  pages: 'Páginas que você visitou, para notar a sua volta: {count}',
  dates: 'Datas: {list}',
  interest: '{name}, porque você {list}|olhou {count}×|buscou {count}×|perguntou {count}×',
  health:
    'Como você é atendido aqui: {score} de 100 (dias com visita: {days}; perguntas resolvidas: {outcomes}%; bons momentos recentes: {mood}%)',
};

const ar: TipsWords = {
  on: 'اعرض النصائح من جديد',
  title: 'النصائح',
  nothing: 'لا شيء محفوظ من أجل النصائح.',
  shown: 'النصائح التي رأيتها: {count}',
  refused: 'النصائح التي لا تريدها مجددًا: {count}',
  pages: 'الصفحات التي زرتها، لملاحظة عودتك: {count}',
  dates: 'التواريخ: {list}',
  interest: '{name}، لأنك {list}|نظرت إليه {count}×|بحثت عنه {count}×|سألت عنه {count}×',
  health: 'جودة خدمتك هنا: {score} من 100 (أيام الزيارة: {days}؛ الأسئلة المحلولة: {outcomes}٪؛ اللحظات الجيدة مؤخرًا: {mood}٪)',
};

const ru: TipsWords = {
  on: 'Снова показывать советы',
  title: 'Советы',
  nothing: 'Для советов ничего не сохранено.',
  shown: 'Советов, которые вы видели: {count}',
  refused: 'Советов, которые вы больше не хотите видеть: {count}',
  pages: 'Страниц, где вы были (чтобы заметить ваше возвращение): {count}',
  dates: 'Даты: {list}',
  interest: '{name}: {list}|просмотров — {count}|поисков — {count}|вопросов — {count}',
  health:
    'Насколько хорошо вас здесь обслуживают: {score} из 100 (дней с визитом: {days}; решённых вопросов: {outcomes} %; хороших моментов в последнее время: {mood} %)',
};

const ja: TipsWords = {
  on: 'ヒントを再び表示する',
  title: 'ヒント',
  nothing: 'ヒントのために保存されているものはありません。',
  shown: '表示されたヒント：{count}',
  refused: '今後表示しないヒント：{count}',
  pages: '訪れたページ（再訪に気づくため）：{count}',
  dates: '日付：{list}',
  interest: '{name}：{list}のため|閲覧{count}回|検索{count}回|質問{count}回',
  health: 'ここでの対応の良さ：100点中{score}点（訪問日数：{days}、解決した質問：{outcomes}％、最近の良い出来事：{mood}％）',
};

export const tipsWords: Record<Language, TipsWords> = { en, zh, es, de, fr, pt, ar, ru, ja };
