import type { Language } from '../../src/language/locale.ts';

/** What the panel says about language models, in one language. `{…}` are filled in. */
export interface GenerationWords {
  /** {size} */
  readonly offer: string;
  readonly offerBuiltin: string;
  readonly costly: string;
  readonly download: string;
  readonly pause: string;
  readonly resume: string;
  readonly remove: string;
  /** {percent} */
  readonly loading: string;
  /** {percent} */
  readonly paused: string;
  readonly writing: string;
  readonly failed: string;
  readonly gpuLost: string;
  readonly outOfMemory: string;
  readonly otherTab: string;
  readonly hidden: string;
  /** {size} */
  readonly kept: string;
  readonly byDevice: string;
  readonly byRelay: string;
  /** {language} */
  readonly translated: string;
  readonly meant: string;
}

export const generationWords: Record<Language, GenerationWords> = {
  en: {
    offer: 'A language model ({size}) can write answers from several texts, on this device. Best fetched over Wi-Fi and on the charger.',
    offerBuiltin: 'Your browser can fetch its language model, to write answers on this device. It may be several gigabytes.',
    costly: 'Your connection is set to save data.',
    download: 'Download',
    pause: 'Pause',
    resume: 'Go on',
    remove: 'Remove',
    loading: 'Fetching the language model: {percent}',
    paused: 'Paused at {percent}',
    writing: 'Looking for a fuller answer…',
    failed: 'The language model did not work. The answer found stands.',
    gpuLost: 'The graphics device was lost. The answer found stands.',
    outOfMemory: 'The language model does not fit into memory. The answer found stands.',
    otherTab: 'The language model is in use in another tab. The answer found stands.',
    hidden: 'The page was hidden meanwhile, so the language model stopped. The answer found stands.',
    kept: 'Language model on this device: {size}',
    byDevice: 'Written by a language model on this device',
    byRelay: 'Written by a language model of the shop’s',
    translated: 'Machine translation from: {language}',
    meant: 'Did you mean this?',
  },
  zh: {
    offer: '可以下载语言模型（{size}），在本设备上综合多篇内容作答。建议连接 Wi-Fi 并充电时下载。',
    offerBuiltin: '浏览器可以下载自带的语言模型，在本设备上作答，可能有几 GB。',
    costly: '您的网络已设为省流量。',
    download: '下载',
    pause: '暂停',
    resume: '继续',
    remove: '删除',
    loading: '正在下载语言模型：{percent}',
    paused: '已暂停，完成 {percent}',
    writing: '正在整理更完整的回答…',
    failed: '语言模型没有运行成功，以上回答依然有效。',
    gpuLost: '图形设备已断开，以上回答依然有效。',
    outOfMemory: '内存不够运行语言模型，以上回答依然有效。',
    otherTab: '语言模型正在另一个标签页中使用，以上回答依然有效。',
    hidden: '页面曾被隐藏，语言模型已停止，以上回答依然有效。',
    kept: '本设备上的语言模型：{size}',
    byDevice: '由本设备上的语言模型撰写',
    byRelay: '由商家的语言模型撰写',
    translated: '机器翻译，原文语言：{language}',
    meant: '您是这个意思吗？',
  },
  es: {
    offer:
      'Un modelo de lenguaje ({size}) puede redactar respuestas a partir de varios textos en este dispositivo. Mejor con wifi y cargando.',
    offerBuiltin:
      'Su navegador puede descargar su modelo de lenguaje para redactar respuestas en este dispositivo. Puede ocupar varios gigabytes.',
    costly: 'Su conexión está en modo de ahorro de datos.',
    download: 'Descargar',
    pause: 'Pausar',
    resume: 'Continuar',
    remove: 'Eliminar',
    loading: 'Descargando el modelo de lenguaje: {percent}',
    paused: 'En pausa: {percent}',
    writing: 'Buscando una respuesta más completa…',
    failed: 'El modelo de lenguaje no ha funcionado. Vale la respuesta encontrada.',
    gpuLost: 'Se ha perdido la tarjeta gráfica. Vale la respuesta encontrada.',
    outOfMemory: 'El modelo de lenguaje no cabe en la memoria. Vale la respuesta encontrada.',
    otherTab: 'El modelo de lenguaje se usa en otra pestaña. Vale la respuesta encontrada.',
    hidden: 'La página quedó oculta y el modelo de lenguaje se detuvo. La respuesta encontrada sigue siendo válida.',
    kept: 'Modelo de lenguaje en este dispositivo: {size}',
    byDevice: 'Escrito por un modelo de lenguaje en este dispositivo',
    byRelay: 'Escrito por un modelo de lenguaje de la tienda',
    translated: 'Traducción automática del idioma: {language}',
    meant: '¿Se refiere a esto?',
  },
  de: {
    offer:
      'Ein Sprachmodell ({size}) kann auf diesem Gerät Antworten aus mehreren Texten schreiben. Am besten im WLAN und am Ladegerät laden.',
    offerBuiltin:
      'Ihr Browser kann sein Sprachmodell laden, um auf diesem Gerät Antworten zu schreiben. Es kann mehrere Gigabyte groß sein.',
    costly: 'Ihre Verbindung ist auf Datensparen gestellt.',
    download: 'Herunterladen',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    remove: 'Entfernen',
    loading: 'Das Sprachmodell wird geladen: {percent}',
    paused: 'Angehalten bei {percent}',
    writing: 'Eine ausführlichere Antwort wird gesucht…',
    failed: 'Das Sprachmodell hat nicht funktioniert. Die gefundene Antwort gilt.',
    gpuLost: 'Die Grafikeinheit ist ausgefallen. Die gefundene Antwort gilt.',
    outOfMemory: 'Das Sprachmodell passt nicht in den Speicher. Die gefundene Antwort gilt.',
    otherTab: 'Das Sprachmodell wird in einem anderen Tab benutzt. Die gefundene Antwort gilt.',
    hidden: 'Die Seite war verdeckt, darum hat das Sprachmodell aufgehört. Die gefundene Antwort gilt.',
    kept: 'Sprachmodell auf diesem Gerät: {size}',
    byDevice: 'Von einem Sprachmodell auf diesem Gerät geschrieben',
    byRelay: 'Von einem Sprachmodell des Shops geschrieben',
    translated: 'Maschinell übersetzt aus: {language}',
    meant: 'Meinten Sie das?',
  },
  fr: {
    offer:
      'Un modèle de langage ({size}) peut rédiger des réponses à partir de plusieurs textes sur cet appareil. De préférence en Wi-Fi et branché.',
    offerBuiltin:
      'Votre navigateur peut télécharger son modèle de langage pour rédiger des réponses sur cet appareil. Il peut peser plusieurs gigaoctets.',
    costly: 'Votre connexion économise les données.',
    download: 'Télécharger',
    pause: 'Suspendre',
    resume: 'Reprendre',
    remove: 'Supprimer',
    loading: 'Téléchargement du modèle de langage : {percent}',
    paused: 'Suspendu à {percent}',
    writing: 'Recherche d’une réponse plus complète…',
    failed: 'Le modèle de langage n’a pas fonctionné. La réponse trouvée reste valable.',
    gpuLost: 'Le processeur graphique a été perdu. La réponse trouvée reste valable.',
    outOfMemory: 'Le modèle de langage ne tient pas en mémoire. La réponse trouvée reste valable.',
    otherTab: 'Le modèle de langage est utilisé dans un autre onglet. La réponse trouvée reste valable.',
    hidden: 'La page était masquée, le modèle de langage s’est arrêté. La réponse trouvée reste valable.',
    kept: 'Modèle de langage sur cet appareil : {size}',
    byDevice: 'Rédigé par un modèle de langage sur cet appareil',
    byRelay: 'Rédigé par un modèle de langage de la boutique',
    translated: 'Traduction automatique depuis : {language}',
    meant: 'Vouliez-vous dire ceci ?',
  },
  pt: {
    offer:
      'Um modelo de linguagem ({size}) pode escrever respostas a partir de vários textos neste aparelho. De preferência com Wi-Fi e carregando.',
    offerBuiltin:
      'Seu navegador pode baixar o próprio modelo de linguagem para escrever respostas neste aparelho. Pode ter vários gigabytes.',
    costly: 'Sua conexão está economizando dados.',
    download: 'Baixar',
    pause: 'Pausar',
    resume: 'Continuar',
    remove: 'Remover',
    loading: 'Baixando o modelo de linguagem: {percent}',
    paused: 'Pausado em {percent}',
    writing: 'Procurando uma resposta mais completa…',
    failed: 'O modelo de linguagem não funcionou. Vale a resposta encontrada.',
    gpuLost: 'O processador gráfico foi perdido. Vale a resposta encontrada.',
    outOfMemory: 'O modelo de linguagem não cabe na memória. Vale a resposta encontrada.',
    otherTab: 'O modelo de linguagem está em uso em outra aba. Vale a resposta encontrada.',
    hidden: 'A página ficou oculta e o modelo de linguagem parou. A resposta encontrada continua a valer.',
    kept: 'Modelo de linguagem neste aparelho: {size}',
    byDevice: 'Escrito por um modelo de linguagem neste dispositivo',
    byRelay: 'Escrito por um modelo de linguagem da loja',
    translated: 'Tradução automática do idioma: {language}',
    meant: 'Você quis dizer isto?',
  },
  ar: {
    offer: 'يمكن لنموذج لغوي ({size}) أن يكتب إجابات من عدة نصوص على هذا الجهاز. يُفضَّل تنزيله عبر الواي فاي وأثناء الشحن.',
    offerBuiltin: 'يمكن لمتصفحك تنزيل نموذجه اللغوي ليكتب إجابات على هذا الجهاز. قد يبلغ حجمه عدة غيغابايت.',
    costly: 'اتصالك مضبوط على توفير البيانات.',
    download: 'تنزيل',
    pause: 'إيقاف مؤقت',
    resume: 'متابعة',
    remove: 'إزالة',
    loading: 'جارٍ تنزيل النموذج اللغوي: {percent}',
    paused: 'متوقف مؤقتًا عند {percent}',
    writing: 'جارٍ البحث عن إجابة أوفى…',
    failed: 'لم يعمل النموذج اللغوي. الإجابة الموجودة صالحة.',
    gpuLost: 'انقطعت وحدة الرسوميات. الإجابة الموجودة صالحة.',
    outOfMemory: 'لا تتسع الذاكرة للنموذج اللغوي. الإجابة الموجودة صالحة.',
    otherTab: 'النموذج اللغوي مستخدم في تبويب آخر. الإجابة الموجودة صالحة.',
    hidden: 'أُخفيت الصفحة فتوقف النموذج اللغوي. الإجابة الموجودة صالحة.',
    kept: 'النموذج اللغوي على هذا الجهاز: {size}',
    byDevice: 'كتبه نموذج لغوي على هذا الجهاز',
    byRelay: 'كتبه نموذج لغوي تابع للمتجر',
    translated: 'ترجمة آلية من: {language}',
    meant: 'هل تقصد هذا؟',
  },
  ru: {
    offer:
      'Языковая модель ({size}) может составлять ответы из нескольких текстов на этом устройстве. Лучше загружать по Wi-Fi и при зарядке.',
    offerBuiltin:
      'Браузер может загрузить свою языковую модель, чтобы составлять ответы на этом устройстве. Она может занимать несколько гигабайт.',
    costly: 'Соединение настроено на экономию трафика.',
    download: 'Загрузить',
    pause: 'Приостановить',
    resume: 'Продолжить',
    remove: 'Удалить',
    loading: 'Загружается языковая модель: {percent}',
    paused: 'Приостановлено: {percent}',
    writing: 'Ищем более полный ответ…',
    failed: 'Языковая модель не сработала. Найденный ответ в силе.',
    gpuLost: 'Связь с видеокартой потеряна. Найденный ответ в силе.',
    outOfMemory: 'Языковой модели не хватает памяти. Найденный ответ в силе.',
    otherTab: 'Языковая модель занята в другой вкладке. Найденный ответ в силе.',
    hidden: 'Страница была скрыта, и языковая модель остановилась. Найденный ответ остаётся в силе.',
    kept: 'Языковая модель на этом устройстве: {size}',
    byDevice: 'Написано языковой моделью на этом устройстве',
    byRelay: 'Написано языковой моделью магазина',
    translated: 'Машинный перевод с языка: {language}',
    meant: 'Вы имели в виду это?',
  },
  ja: {
    offer: '言語モデル（{size}）を使うと、複数の文章からこの端末で回答を作れます。Wi-Fi 接続と充電中のダウンロードをおすすめします。',
    offerBuiltin: 'ブラウザーの言語モデルをダウンロードすると、この端末で回答を作れます。数 GB になることがあります。',
    costly: 'データ節約の設定になっています。',
    download: 'ダウンロード',
    pause: '一時停止',
    resume: '再開',
    remove: '削除',
    loading: '言語モデルをダウンロード中：{percent}',
    paused: '一時停止中：{percent}',
    writing: 'より詳しい回答を探しています…',
    failed: '言語モデルが動きませんでした。上の回答をご覧ください。',
    gpuLost: 'グラフィックス装置が使えなくなりました。上の回答をご覧ください。',
    outOfMemory: '言語モデルがメモリーに収まりません。上の回答をご覧ください。',
    otherTab: '言語モデルは別のタブで使用中です。上の回答をご覧ください。',
    hidden: 'ページが隠れている間に言語モデルは停止しました。見つかった回答は有効です。',
    kept: 'この端末にある言語モデル：{size}',
    byDevice: 'この端末の言語モデルが作成',
    byRelay: 'ショップの言語モデルが作成',
    translated: '機械翻訳（原文：{language}）',
    meant: 'こちらのことでしょうか？',
  },
};
