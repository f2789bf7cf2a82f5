import { documentOf } from './content/answer-document.ts';
import type { Content, Unit, UnitScope, UnitVariant } from './content/unit.ts';
import type { Locale } from './language/locale.ts';

type Words = readonly [answer: string, title: string, ...phrasings: string[]];

/** A shop's help in the nine languages, a handful of units each: enough to tell a right answer from a wrong one. */
const words: Record<string, Record<Locale, Words>> = {
  'delivery-time': {
    en: ['We deliver in three to five working days.', 'How long does delivery take?', 'When will my parcel arrive?', 'delivery time'],
    zh: ['三到五个工作日送达。', '多久能送到？', '包裹什么时候到', '配送时间'],
    es: ['Entregamos en tres a cinco días laborables.', '¿Cuánto tarda la entrega?', '¿Cuándo llega mi paquete?', 'plazo de entrega'],
    de: ['Wir liefern in drei bis fünf Werktagen.', 'Wie lange dauert die Lieferung?', 'Wann kommt mein Paket an?', 'Lieferzeit'],
    fr: [
      'Nous livrons en trois à cinq jours ouvrés.',
      'Combien de temps prend la livraison ?',
      'Quand arrive mon colis ?',
      'délai de livraison',
    ],
    pt: ['Entregamos em três a cinco dias úteis.', 'Quanto tempo demora a entrega?', 'Quando chega a minha encomenda?', 'prazo de entrega'],
    ar: ['نوصل خلال ثلاثة إلى خمسة أيام عمل.', 'كم يستغرق التوصيل؟', 'متى يصل الطرد؟', 'مدة التوصيل'],
    ru: ['Доставляем за три–пять рабочих дней.', 'Сколько идёт доставка?', 'Когда придёт посылка?', 'срок доставки'],
    ja: ['三から五営業日でお届けします。', '配送には何日かかりますか？', '荷物はいつ届きますか', '配送日数'],
  },
  'delivery-france': {
    en: [
      'To France it takes two days.',
      'How long does delivery to France take?',
      'delivery time France',
      'When does a parcel arrive in France?',
    ],
    zh: ['寄到法国要两天。', '送到法国要多久？', '法国配送时间', '法国的包裹什么时候到'],
    es: [
      'A Francia tarda dos días.',
      '¿Cuánto tarda la entrega a Francia?',
      'plazo de entrega Francia',
      '¿Cuándo llega un paquete a Francia?',
    ],
    de: [
      'Nach Frankreich dauert es zwei Tage.',
      'Wie lange dauert die Lieferung nach Frankreich?',
      'Lieferzeit Frankreich',
      'Wann kommt ein Paket in Frankreich an?',
    ],
    fr: [
      'En France il faut deux jours.',
      'Combien de temps prend la livraison en France ?',
      'délai de livraison France',
      'Quand arrive un colis en France ?',
    ],
    pt: [
      'Para a França leva dois dias.',
      'Quanto tempo demora a entrega na França?',
      'prazo de entrega França',
      'Quando chega uma encomenda na França?',
    ],
    ar: ['إلى فرنسا يستغرق يومين.', 'كم يستغرق التوصيل إلى فرنسا؟', 'مدة التوصيل فرنسا', 'متى يصل الطرد في فرنسا؟'],
    ru: ['Во Францию — два дня.', 'Сколько идёт доставка во Францию?', 'срок доставки Франция', 'Когда придёт посылка во Франции?'],
    ja: ['フランスへは二日です。', 'フランスへの配送には何日かかりますか？', 'フランス 配送日数', 'フランスではいつ届きますか'],
  },
  'return-how': {
    en: ['Ask for a label and send it back within 30 days.', 'How do I return an item?', 'send something back', 'return label'],
    zh: ['请申请退货标签，并在三十天内寄回。', '怎么退货？', '把东西寄回去', '退货标签'],
    es: ['Pida una etiqueta y devuélvalo en 30 días.', '¿Cómo devuelvo un artículo?', 'mandar algo de vuelta', 'etiqueta de devolución'],
    de: [
      'Fordern Sie ein Etikett an und senden Sie es in 30 Tagen zurück.',
      'Wie gebe ich einen Artikel zurück?',
      'etwas zurückschicken',
      'Rücksendeetikett',
    ],
    fr: [
      'Demandez une étiquette et renvoyez-le sous 30 jours.',
      'Comment retourner un article ?',
      'renvoyer quelque chose',
      'étiquette de retour',
    ],
    pt: ['Peça uma etiqueta e devolva em 30 dias.', 'Como devolvo um artigo?', 'mandar algo de volta', 'etiqueta de devolução'],
    ar: ['اطلب ملصق الإرجاع وأعد المنتج خلال ثلاثين يوما.', 'كيف أرجع منتجا؟', 'إعادة شيء اشتريته', 'ملصق الإرجاع'],
    ru: ['Запросите наклейку и отправьте обратно в течение 30 дней.', 'Как вернуть товар?', 'отправить обратно', 'наклейка для возврата'],
    ja: ['返品ラベルを申請し、三十日以内に返送してください。', '返品するにはどうすればいいですか？', '商品を送り返す', '返品ラベル'],
  },
  'return-france': {
    en: [
      'From France returns are free.',
      'How do I return an item from France?',
      'returns from France',
      'send something back to you from France',
    ],
    zh: ['从法国退货免费。', '在法国怎么退货？', '法国退货', '从法国把东西寄回去'],
    es: [
      'Desde Francia la devolución es gratis.',
      '¿Cómo devuelvo un artículo desde Francia?',
      'devoluciones desde Francia',
      'mandar algo de vuelta desde Francia',
    ],
    de: [
      'Aus Frankreich ist die Rücksendung kostenlos.',
      'Wie gebe ich einen Artikel aus Frankreich zurück?',
      'Rückgabe Frankreich',
      'etwas aus Frankreich zurückschicken',
    ],
    fr: [
      'Depuis la France le retour est gratuit.',
      'Comment retourner un article depuis la France ?',
      'retours France',
      'renvoyer quelque chose de France',
    ],
    pt: ['Da França a devolução é grátis.', 'Como devolvo um artigo da França?', 'devoluções França', 'mandar algo de volta da França'],
    ar: ['الإرجاع من فرنسا مجاني.', 'كيف أرجع منتجا من فرنسا؟', 'الإرجاع من فرنسا', 'إعادة شيء اشتريته من فرنسا'],
    ru: ['Из Франции возврат бесплатный.', 'Как вернуть товар из Франции?', 'возврат Франция', 'отправить обратно из Франции'],
    ja: ['フランスからの返品は無料です。', 'フランスから返品するにはどうすればいいですか？', 'フランス 返品', 'フランスから商品を送り返す'],
  },
  warranty: {
    en: ['Every product has a warranty of two years.', 'Is there a warranty?', 'how long is the guarantee', 'my lamp is broken'],
    zh: ['每件商品保修两年。', '有保修吗？', '保修期多长', '我的台灯坏了'],
    es: ['Cada producto tiene dos años de garantía.', '¿Hay garantía?', 'cuánto dura la garantía', 'mi lámpara está rota'],
    de: ['Jedes Produkt hat zwei Jahre Garantie.', 'Gibt es eine Garantie?', 'wie lange gilt die Garantie', 'meine Lampe ist kaputt'],
    fr: ['Chaque produit est garanti deux ans.', 'Y a-t-il une garantie ?', 'combien dure la garantie', 'ma lampe est cassée'],
    pt: ['Cada produto tem dois anos de garantia.', 'Há garantia?', 'quanto dura a garantia', 'a minha lâmpada está quebrada'],
    ar: ['لكل منتج ضمان لمدة سنتين.', 'هل يوجد ضمان؟', 'كم مدة الضمان', 'المصباح مكسور'],
    ru: ['На каждый товар гарантия два года.', 'Есть ли гарантия?', 'сколько длится гарантия', 'моя лампа сломалась'],
    ja: ['全商品に二年間の保証があります。', '保証はありますか？', '保証期間はどのくらい', 'ランプが壊れた'],
  },
  payment: {
    en: ['We take cards and PayPal.', 'How can I pay?', 'Do you accept PayPal?', 'payment methods'],
    zh: ['支持银行卡和PayPal。', '可以怎么付款？', '支持PayPal吗', '付款方式'],
    es: ['Aceptamos tarjetas y PayPal.', '¿Cómo puedo pagar?', '¿Aceptan PayPal?', 'métodos de pago'],
    de: ['Wir nehmen Karten und PayPal.', 'Wie kann ich bezahlen?', 'Nehmen Sie PayPal?', 'Zahlungsarten'],
    fr: ['Nous acceptons les cartes et PayPal.', 'Comment puis-je payer ?', 'Acceptez-vous PayPal ?', 'moyens de paiement'],
    pt: ['Aceitamos cartões e PayPal.', 'Como posso pagar?', 'Aceitam PayPal?', 'formas de pagamento'],
    ar: ['نقبل البطاقات وباي بال.', 'كيف يمكنني الدفع؟', 'هل تقبلون باي بال؟', 'طرق الدفع'],
    ru: ['Принимаем карты и PayPal.', 'Как можно оплатить?', 'Вы принимаете PayPal?', 'способы оплаты'],
    ja: ['カードとPayPalが使えます。', 'どうやって支払えますか？', 'PayPalは使えますか', '支払い方法'],
  },
  password: {
    en: ['Use the link on the sign-in page to set a new one.', 'I forgot my password', 'reset password', 'cannot log in to my account'],
    zh: ['请用登录页上的链接重设。', '忘记密码了', '重设密码', '账号登录不了'],
    es: [
      'Use el enlace de la página de acceso para crear otra.',
      'Olvidé mi contraseña',
      'restablecer contraseña',
      'no puedo entrar en mi cuenta',
    ],
    de: [
      'Über den Link auf der Anmeldeseite legen Sie ein neues fest.',
      'Ich habe mein Passwort vergessen',
      'Passwort zurücksetzen',
      'ich komme nicht in mein Konto',
    ],
    fr: [
      'Utilisez le lien de la page de connexion pour en choisir un autre.',
      "J'ai oublié mon mot de passe",
      'réinitialiser le mot de passe',
      "je n'arrive pas à me connecter à mon compte",
    ],
    pt: [
      'Use o link da página de entrada para criar outra.',
      'Esqueci a minha senha',
      'redefinir senha',
      'não consigo entrar na minha conta',
    ],
    ar: ['استخدم الرابط في صفحة تسجيل الدخول لتعيين كلمة جديدة.', 'نسيت كلمة المرور', 'إعادة تعيين كلمة المرور', 'لا أستطيع دخول حسابي'],
    ru: ['Новый задаётся по ссылке на странице входа.', 'Я забыл пароль', 'сбросить пароль', 'не могу войти в аккаунт'],
    ja: ['ログインページのリンクから再設定できます。', 'パスワードを忘れました', 'パスワードの再設定', 'アカウントにログインできない'],
  },
  invoice: {
    en: ['The invoice is in your account under Orders.', 'Where do I find my invoice?', 'VAT invoice', 'download the bill'],
    zh: ['发票在账户的订单里。', '在哪里下载发票？', '增值税发票', '开发票'],
    es: ['La factura está en su cuenta, en Pedidos.', '¿Dónde encuentro mi factura?', 'factura con IVA', 'descargar el recibo'],
    de: [
      'Die Rechnung steht in Ihrem Konto unter Bestellungen.',
      'Wo finde ich meine Rechnung?',
      'Rechnung mit Mehrwertsteuer',
      'Beleg herunterladen',
    ],
    fr: ['La facture est dans votre compte, sous Commandes.', 'Où trouver ma facture ?', 'facture avec TVA', 'télécharger le reçu'],
    pt: ['A fatura está na sua conta, em Pedidos.', 'Onde encontro a minha fatura?', 'fatura com imposto', 'baixar o recibo'],
    ar: ['الفاتورة في حسابك ضمن الطلبات.', 'أين أجد الفاتورة؟', 'فاتورة ضريبية', 'تنزيل الإيصال'],
    ru: ['Счёт лежит в аккаунте, в разделе «Заказы».', 'Где найти счёт?', 'счёт с НДС', 'скачать чек'],
    ja: ['領収書はアカウントの注文履歴にあります。', '領収書はどこにありますか？', '消費税の請求書', '領収書をダウンロード'],
  },
};

export const shopLocales = ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'] as const;

const place = { file: 'small-shop', line: 1 };

function variantOf([answer, question, ...phrasings]: Words): UnitVariant {
  return { question, phrasings, answer: documentOf(answer), place };
}

/** One unit in one language, for tests that need units of their own. */
export function unitOf(id: string, locale: Locale, text: Words, scope: UnitScope = {}): Unit {
  return { id, variants: new Map([[locale, variantOf(text)]]), scope, risk: 'normal', related: [] };
}

export const smallShop: Content = {
  site: {
    id: 'small-shop',
    name: 'Small Shop',
    locales: [...shopLocales],
    contact: { email: 'help@small.example' },
    suggestions: [],
    precision: 0.9,
  },
  terms: [],
  units: Object.entries(words).map(([id, variants]) => ({
    id,
    variants: new Map(Object.entries(variants).map(([locale, text]) => [locale, variantOf(text)])),
    scope: {},
    risk: 'normal',
    related: [],
  })),
};
