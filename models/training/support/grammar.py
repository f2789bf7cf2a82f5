"""Object x predicate phrasings in nine languages, written by hand as parts and put together by rule.

Every (object, predicate) pair is one label. Parts teach the encoder that both halves matter: "block my card" and
"unblock my card" differ, and so do "my card is late" and "my refund is late".

Nouns: singular with the possessive or article that fits a request ("my card"). For German and Russian a second form is the
accusative. Templates use {n} nominative and {a} accusative.
"""

# object: {lang: [nominative(/accusative) variants]}; kinds say which predicates make sense
OBJECTS = {
 "order": ("T", dict(en=["my order", "my purchase", "the order i placed", "what i ordered"], de=["meine Bestellung", "mein Einkauf/meinen Einkauf"], es=["mi pedido", "mi compra"], fr=["ma commande", "mon achat"], pt=["meu pedido", "minha compra", "minha encomenda"], ru=["мой заказ", "моя покупка/мою покупку"], ar=["طلبي", "مشترياتي"], zh=["我的订单", "我买的东西"], ja=["注文", "注文した商品"])),
 "parcel": ("T", dict(en=["my parcel", "my package", "the shipment", "my delivery"], de=["mein Paket", "meine Sendung", "meine Lieferung"], es=["mi paquete", "mi envío"], fr=["mon colis", "ma livraison"], pt=["meu pacote", "minha entrega"], ru=["моя посылка/мою посылку", "доставка/доставку"], ar=["طردي", "شحنتي"], zh=["我的包裹", "我的快递"], ja=["荷物", "小包"])),
 "refund": ("M", dict(en=["my refund", "my money back", "the reimbursement", "the repayment"], de=["meine Rückerstattung", "mein Geld zurück", "die Erstattung"], es=["mi reembolso", "la devolución del dinero"], fr=["mon remboursement"], pt=["meu reembolso", "meu dinheiro de volta"], ru=["возврат денег", "мои деньги обратно"], ar=["استرداد أموالي", "المبلغ المسترد"], zh=["我的退款", "退还的钱"], ja=["返金", "払い戻し"])),
 "card": ("TCP", dict(en=["my card", "my bank card", "my debit card", "my plastic card"], de=["meine Karte", "meine Bankkarte"], es=["mi tarjeta", "mi tarjeta de débito"], fr=["ma carte", "ma carte bancaire"], pt=["meu cartão", "meu cartão do banco"], ru=["моя карта/мою карту", "банковская карта/банковскую карту"], ar=["بطاقتي", "بطاقتي البنكية"], zh=["我的银行卡", "我的卡"], ja=["カード", "銀行カード"])),
 "creditcard": ("TCP", dict(en=["my credit card", "my visa", "the mastercard"], de=["meine Kreditkarte"], es=["mi tarjeta de crédito"], fr=["ma carte de crédit"], pt=["meu cartão de crédito"], ru=["кредитная карта/кредитную карту"], ar=["بطاقة الائتمان"], zh=["我的信用卡"], ja=["クレジットカード"])),
 "pin": ("CS", dict(en=["my pin", "my pin code", "the four digit code of my card"], de=["meine PIN", "meine Geheimzahl"], es=["mi pin", "mi clave de cuatro dígitos"], fr=["mon code pin", "mon code secret"], pt=["meu pin", "minha senha de quatro dígitos"], ru=["мой пин-код", "пин"], ar=["رقمي السري", "رمز البطاقة"], zh=["我的取款密码", "卡的密码"], ja=["暗証番号"])),
 "password": ("CS", dict(en=["my password", "my login password", "my passcode"], de=["mein Passwort", "mein Kennwort"], es=["mi contraseña", "mi clave"], fr=["mon mot de passe"], pt=["minha senha", "minha palavra-passe"], ru=["мой пароль", "пароль"], ar=["كلمة المرور", "كلمة السر"], zh=["我的密码", "登录密码"], ja=["パスワード"])),
 "account": ("CA", dict(en=["my account", "my profile", "my user account", "my login"], de=["mein Konto", "mein Profil", "mein Benutzerkonto"], es=["mi cuenta", "mi perfil"], fr=["mon compte", "mon profil"], pt=["minha conta", "meu perfil"], ru=["мой аккаунт", "моя учётная запись/мою учётную запись"], ar=["حسابي", "ملفي الشخصي"], zh=["我的账号", "我的账户"], ja=["アカウント", "会員情報"])),
 "bankaccount": ("A", dict(en=["my bank account", "my checking account", "my current account"], de=["mein Bankkonto", "mein Girokonto"], es=["mi cuenta bancaria", "mi cuenta corriente"], fr=["mon compte bancaire", "mon compte courant"], pt=["minha conta bancária", "minha conta corrente"], ru=["мой банковский счёт", "мой счёт"], ar=["حسابي البنكي", "الحساب الجاري"], zh=["我的银行账户"], ja=["銀行口座"])),
 "transfer": ("M", dict(en=["my transfer", "the bank transfer", "the money i sent", "my wire"], de=["meine Überweisung"], es=["mi transferencia", "el dinero que envié"], fr=["mon virement", "l'argent que j'ai envoyé"], pt=["minha transferência", "o dinheiro que enviei"], ru=["мой перевод", "денежный перевод"], ar=["تحويلي", "الحوالة"], zh=["我的转账", "我汇的钱"], ja=["振込", "送金"])),
 "payment": ("M", dict(en=["my payment", "the transaction", "my card payment"], de=["meine Zahlung", "die Transaktion"], es=["mi pago", "la transacción"], fr=["mon paiement", "la transaction"], pt=["meu pagamento", "a transação"], ru=["мой платёж", "моя оплата/мою оплату"], ar=["دفعتي", "عملية الدفع"], zh=["我的付款", "这笔交易"], ja=["支払い", "決済"])),
 "deposit": ("M", dict(en=["my deposit", "the money i paid in", "the cash i deposited"], de=["meine Einzahlung"], es=["mi depósito", "el dinero que ingresé"], fr=["mon dépôt", "mon versement"], pt=["meu depósito"], ru=["мой взнос", "внесённые деньги"], ar=["إيداعي", "المبلغ الذي أودعته"], zh=["我的存款", "我存的钱"], ja=["入金", "預け入れたお金"])),
 "withdrawal": ("M", dict(en=["my cash withdrawal", "the money i took out of the machine", "my atm withdrawal"], de=["meine Barabhebung", "meine Abhebung am Automaten"], es=["mi retiro de efectivo", "el dinero que saqué del cajero"], fr=["mon retrait d'espèces"], pt=["meu saque", "o dinheiro que tirei no caixa"], ru=["снятие наличных"], ar=["سحبي النقدي", "النقود التي سحبتها"], zh=["我的取款", "在取款机取的钱"], ja=["現金の引き出し", "ATMでの出金"])),
 "salary": ("M", dict(en=["my salary", "my paycheck", "my wages"], de=["mein Gehalt", "mein Lohn/meinen Lohn"], es=["mi sueldo", "mi nómina"], fr=["mon salaire", "ma paie"], pt=["meu salário"], ru=["моя зарплата/мою зарплату"], ar=["راتبي"], zh=["我的工资", "我的薪水"], ja=["給料", "給与"])),
 "loan": ("A", dict(en=["my loan", "my credit", "my mortgage"], de=["mein Kredit/meinen Kredit", "mein Darlehen"], es=["mi préstamo", "mi crédito", "mi hipoteca"], fr=["mon prêt", "mon crédit"], pt=["meu empréstimo", "meu crédito"], ru=["мой кредит", "моя ипотека/мою ипотеку"], ar=["قرضي"], zh=["我的贷款"], ja=["ローン", "融資"])),
 "cheque": ("M", dict(en=["my cheque", "my check"], de=["mein Scheck/meinen Scheck"], es=["mi cheque"], fr=["mon chèque"], pt=["meu cheque"], ru=["мой чек"], ar=["الشيك"], zh=["我的支票"], ja=["小切手"])),
 "invoice": ("D", dict(en=["my invoice", "my bill", "the receipt", "my statement"], de=["meine Rechnung", "mein Beleg/meinen Beleg"], es=["mi factura", "mi recibo"], fr=["ma facture", "mon reçu"], pt=["minha fatura", "minha nota fiscal", "meu recibo"], ru=["мой счёт", "чек"], ar=["فاتورتي", "الإيصال"], zh=["我的发票", "我的账单"], ja=["請求書", "領収書"])),
 "subscription": ("A", dict(en=["my subscription", "my membership", "my plan"], de=["mein Abo", "meine Mitgliedschaft"], es=["mi suscripción", "mi membresía"], fr=["mon abonnement", "mon adhésion"], pt=["minha assinatura", "meu plano"], ru=["моя подписка/мою подписку"], ar=["اشتراكي", "عضويتي"], zh=["我的订阅", "我的会员"], ja=["サブスク", "会員プラン", "定期購読"])),
 "contract": ("A", dict(en=["my contract", "my agreement"], de=["mein Vertrag/meinen Vertrag"], es=["mi contrato"], fr=["mon contrat"], pt=["meu contrato"], ru=["мой договор"], ar=["عقدي"], zh=["我的合同"], ja=["契約"])),
 "insurance": ("A", dict(en=["my insurance", "my policy", "my cover"], de=["meine Versicherung", "meine Police"], es=["mi seguro", "mi póliza"], fr=["mon assurance"], pt=["meu seguro", "minha apólice"], ru=["моя страховка/мою страховку", "мой полис"], ar=["تأميني", "وثيقة التأمين"], zh=["我的保险", "我的保单"], ja=["保険"])),
 "phone": ("TDV", dict(en=["my phone", "my mobile", "my smartphone", "my cell"], de=["mein Handy", "mein Telefon"], es=["mi teléfono", "mi móvil", "mi celular"], fr=["mon téléphone", "mon portable"], pt=["meu celular", "meu telefone"], ru=["мой телефон", "мой смартфон"], ar=["هاتفي", "جوالي"], zh=["我的手机"], ja=["スマホ", "携帯電話"])),
 "laptop": ("TDV", dict(en=["my laptop", "my computer", "my notebook", "my pc"], de=["mein Laptop/meinen Laptop", "mein Computer/meinen Computer"], es=["mi portátil", "mi ordenador", "mi computadora"], fr=["mon ordinateur", "mon portable"], pt=["meu notebook", "meu computador"], ru=["мой ноутбук", "мой компьютер"], ar=["حاسوبي المحمول", "جهاز الكمبيوتر"], zh=["我的笔记本电脑", "我的电脑"], ja=["パソコン", "ノートパソコン"])),
 "headphones": ("TDV", dict(en=["my headphones", "my earbuds", "my headset"], de=["meine Kopfhörer", "mein Headset"], es=["mis auriculares"], fr=["mon casque", "mes écouteurs"], pt=["meu fone de ouvido", "meus fones"], ru=["мои наушники"], ar=["سماعاتي"], zh=["我的耳机"], ja=["イヤホン", "ヘッドホン"])),
 "printer": ("DV", dict(en=["my printer", "the scanner"], de=["mein Drucker/meinen Drucker"], es=["mi impresora"], fr=["mon imprimante"], pt=["minha impressora"], ru=["мой принтер"], ar=["طابعتي"], zh=["我的打印机"], ja=["プリンター"])),
 "router": ("TDV", dict(en=["my router", "the modem", "my wifi box"], de=["mein Router/meinen Router"], es=["mi router", "el módem"], fr=["ma box internet", "mon routeur"], pt=["meu roteador", "o modem"], ru=["мой роутер", "модем"], ar=["جهاز الراوتر", "المودم"], zh=["我的路由器"], ja=["ルーター"])),
 "internet": ("V", dict(en=["my internet", "the wifi", "my connection", "broadband"], de=["mein Internet", "das WLAN"], es=["mi internet", "el wifi"], fr=["ma connexion internet", "le wifi"], pt=["minha internet", "o wi-fi"], ru=["мой интернет", "вайфай"], ar=["الإنترنت", "الواي فاي"], zh=["我的网络", "无线网"], ja=["インターネット", "Wi-Fi"])),
 "app": ("VG", dict(en=["the app", "your application", "the program", "the software"], de=["die App", "das Programm", "die Software"], es=["la aplicación", "el programa"], fr=["l'application", "le logiciel"], pt=["o aplicativo", "o programa"], ru=["приложение", "программа/программу"], ar=["التطبيق", "البرنامج"], zh=["应用", "软件"], ja=["アプリ", "ソフト"])),
 "website": ("V", dict(en=["your website", "the page", "your site"], de=["eure Webseite", "die Seite"], es=["su página web", "el sitio"], fr=["votre site", "la page"], pt=["o site", "a página"], ru=["ваш сайт", "страница/страницу"], ar=["موقعكم", "الصفحة"], zh=["你们的网站", "网页"], ja=["サイト", "ホームページ"])),
 "file": ("DG", dict(en=["my file", "my document", "the attachment"], de=["meine Datei", "mein Dokument"], es=["mi archivo", "mi documento"], fr=["mon fichier", "mon document"], pt=["meu arquivo", "meu documento"], ru=["мой файл", "мой документ"], ar=["ملفي", "المستند"], zh=["我的文件", "我的文档"], ja=["ファイル", "書類"])),
 "photo": ("DG", dict(en=["my photo", "my picture", "my profile picture"], de=["mein Foto", "mein Bild"], es=["mi foto", "mi imagen"], fr=["ma photo", "mon image"], pt=["minha foto", "minha imagem"], ru=["моё фото", "моя фотография/мою фотографию"], ar=["صورتي"], zh=["我的照片", "我的头像"], ja=["写真", "プロフィール画像"])),
 "email": ("CG", dict(en=["my email address", "my e-mail", "my mailbox address"], de=["meine E-Mail-Adresse", "meine Mailadresse"], es=["mi correo electrónico", "mi email"], fr=["mon adresse e-mail", "mon adresse mail"], pt=["meu e-mail", "meu endereço de e-mail"], ru=["моя почта/мою почту", "мой адрес электронной почты"], ar=["بريدي الإلكتروني"], zh=["我的邮箱", "我的电子邮件地址"], ja=["メールアドレス"])),
 "phonenumber": ("CG", dict(en=["my phone number", "my mobile number"], de=["meine Telefonnummer", "meine Handynummer"], es=["mi número de teléfono"], fr=["mon numéro de téléphone"], pt=["meu número de telefone"], ru=["мой номер телефона"], ar=["رقم هاتفي"], zh=["我的手机号", "我的电话号码"], ja=["電話番号"])),
 "address": ("CG", dict(en=["my address", "my home address", "my delivery address"], de=["meine Adresse", "meine Anschrift"], es=["mi dirección", "mi domicilio"], fr=["mon adresse"], pt=["meu endereço"], ru=["мой адрес"], ar=["عنواني"], zh=["我的地址"], ja=["住所", "送り先"])),
 "name": ("CG", dict(en=["my name", "my last name", "my surname"], de=["mein Name/meinen Namen", "mein Nachname/meinen Nachnamen"], es=["mi nombre", "mi apellido"], fr=["mon nom", "mon nom de famille"], pt=["meu nome", "meu sobrenome"], ru=["моё имя", "моя фамилия/мою фамилию"], ar=["اسمي", "اسم العائلة"], zh=["我的名字", "我的姓名"], ja=["名前", "名字"])),
 "coupon": ("K", dict(en=["my voucher", "the promo code", "my coupon", "the discount code"], de=["mein Gutschein/meinen Gutschein", "der Rabattcode/den Rabattcode"], es=["mi cupón", "el código de descuento"], fr=["mon bon d'achat", "le code promo"], pt=["meu cupom", "o código de desconto"], ru=["мой купон", "промокод"], ar=["قسيمتي", "كود الخصم"], zh=["我的优惠券", "优惠码"], ja=["クーポン", "割引コード"])),
 "giftcard": ("K", dict(en=["my gift card", "my gift voucher"], de=["meine Geschenkkarte", "mein Geschenkgutschein/meinen Geschenkgutschein"], es=["mi tarjeta regalo"], fr=["ma carte cadeau", "mon chèque cadeau"], pt=["meu vale-presente", "meu cartão-presente"], ru=["моя подарочная карта/мою подарочную карту"], ar=["بطاقة الهدايا"], zh=["我的礼品卡"], ja=["ギフトカード", "ギフト券"])),
 "points": ("M", dict(en=["my points", "my bonus points", "my rewards", "my miles"], de=["meine Punkte", "meine Bonuspunkte"], es=["mis puntos", "mis millas"], fr=["mes points", "mes points de fidélité"], pt=["meus pontos", "minhas milhas"], ru=["мои баллы", "мои бонусы"], ar=["نقاطي"], zh=["我的积分"], ja=["ポイント"])),
 "booking": ("A", dict(en=["my booking", "my reservation"], de=["meine Buchung", "meine Reservierung"], es=["mi reserva"], fr=["ma réservation"], pt=["minha reserva"], ru=["моя бронь/мою бронь", "бронирование"], ar=["حجزي"], zh=["我的预订"], ja=["予約"])),
 "flight": ("A", dict(en=["my flight", "my plane", "my plane ticket"], de=["mein Flug/meinen Flug"], es=["mi vuelo"], fr=["mon vol", "mon billet d'avion"], pt=["meu voo", "minha passagem"], ru=["мой рейс", "мой авиабилет"], ar=["رحلتي الجوية", "تذكرة الطيران"], zh=["我的航班", "我的机票"], ja=["フライト", "航空券"])),
 "ticket": ("AT", dict(en=["my ticket", "my concert ticket", "my tickets"], de=["mein Ticket", "meine Eintrittskarte"], es=["mi entrada", "mi boleto"], fr=["mon billet"], pt=["meu ingresso", "meu bilhete"], ru=["мой билет"], ar=["تذكرتي"], zh=["我的票", "我的门票"], ja=["チケット"])),
 "hotelroom": ("A", dict(en=["my hotel room", "my hotel", "the room i booked"], de=["mein Hotelzimmer", "mein Hotel"], es=["mi habitación", "mi hotel"], fr=["ma chambre d'hôtel", "mon hôtel"], pt=["meu quarto", "meu hotel"], ru=["мой номер в отеле", "отель"], ar=["غرفتي في الفندق", "الفندق"], zh=["我的酒店房间", "酒店"], ja=["ホテルの部屋", "ホテル"])),
 "luggage": ("T", dict(en=["my luggage", "my suitcase", "my bag"], de=["mein Koffer/meinen Koffer", "mein Gepäck"], es=["mi maleta", "mi equipaje"], fr=["ma valise", "mes bagages"], pt=["minha mala", "minha bagagem"], ru=["мой чемодан", "мой багаж"], ar=["حقيبتي", "أمتعتي"], zh=["我的行李", "我的行李箱"], ja=["スーツケース", "手荷物"])),
 "appointment": ("A", dict(en=["my appointment", "my visit", "the date with the doctor"], de=["mein Termin/meinen Termin", "mein Arzttermin/meinen Arzttermin"], es=["mi cita"], fr=["mon rendez-vous"], pt=["minha consulta", "meu compromisso"], ru=["мой приём", "запись к врачу"], ar=["موعدي"], zh=["我的预约"], ja=["診察の予約", "面会の予約"])),
 "passport": ("TC", dict(en=["my passport", "my id card", "my identity card"], de=["mein Reisepass/meinen Reisepass", "mein Ausweis/meinen Ausweis"], es=["mi pasaporte", "mi documento de identidad"], fr=["mon passeport", "ma carte d'identité"], pt=["meu passaporte", "minha identidade"], ru=["мой паспорт", "удостоверение личности"], ar=["جواز سفري", "بطاقة هويتي"], zh=["我的护照", "我的身份证"], ja=["パスポート", "身分証明書"])),
 "simcard": ("TCP", dict(en=["my sim card", "my sim"], de=["meine SIM-Karte"], es=["mi tarjeta sim", "mi chip"], fr=["ma carte sim"], pt=["meu chip", "meu cartão sim"], ru=["моя сим-карта/мою сим-карту"], ar=["شريحة الاتصال", "شريحتي"], zh=["我的SIM卡", "我的电话卡"], ja=["SIMカード"])),
 "key": ("T", dict(en=["my key", "my house keys"], de=["mein Schlüssel/meinen Schlüssel"], es=["mi llave", "mis llaves"], fr=["ma clé", "mes clés"], pt=["minha chave"], ru=["мой ключ", "ключи"], ar=["مفتاحي"], zh=["我的钥匙"], ja=["鍵"])),
 "heating": ("V", dict(en=["my heating", "the radiator", "the boiler"], de=["meine Heizung"], es=["mi calefacción"], fr=["mon chauffage"], pt=["meu aquecimento", "o aquecedor"], ru=["отопление", "батареи"], ar=["التدفئة"], zh=["暖气"], ja=["暖房"])),
 "washer": ("TDV", dict(en=["my washing machine", "the dryer"], de=["meine Waschmaschine"], es=["mi lavadora"], fr=["ma machine à laver"], pt=["minha máquina de lavar"], ru=["моя стиральная машина/мою стиральную машину"], ar=["الغسالة"], zh=["我的洗衣机"], ja=["洗濯機"])),
 "tv": ("TDV", dict(en=["my tv", "my television"], de=["mein Fernseher/meinen Fernseher"], es=["mi televisor", "mi tele"], fr=["ma télé", "mon téléviseur"], pt=["minha televisão", "minha tv"], ru=["мой телевизор"], ar=["التلفاز"], zh=["我的电视"], ja=["テレビ"])),
 "alarm": ("L", dict(en=["my alarm", "the wake-up alarm", "my morning alarm"], de=["mein Wecker/meinen Wecker"], es=["mi alarma", "mi despertador"], fr=["mon réveil", "mon alarme"], pt=["meu alarme", "meu despertador"], ru=["мой будильник"], ar=["المنبه"], zh=["我的闹钟"], ja=["アラーム", "目覚まし"])),
 "reminder": ("L", dict(en=["my reminder", "the reminder"], de=["meine Erinnerung"], es=["mi recordatorio"], fr=["mon rappel"], pt=["meu lembrete"], ru=["моё напоминание"], ar=["التذكير", "تذكيري"], zh=["我的提醒"], ja=["リマインダー"])),
 "calevent": ("L", dict(en=["my meeting", "the event in my calendar", "my calendar entry"], de=["mein Meeting", "mein Kalendereintrag/meinen Kalendereintrag"], es=["mi reunión", "el evento de mi calendario"], fr=["ma réunion", "l'événement de mon agenda"], pt=["minha reunião", "o evento da agenda"], ru=["моя встреча/мою встречу", "событие в календаре"], ar=["اجتماعي", "حدث في التقويم"], zh=["我的会议", "日历里的事件"], ja=["会議", "カレンダーの予定"])),
 "shoplist": ("L", dict(en=["my shopping list", "my grocery list"], de=["meine Einkaufsliste"], es=["mi lista de la compra"], fr=["ma liste de courses"], pt=["minha lista de compras"], ru=["мой список покупок"], ar=["قائمة التسوق"], zh=["我的购物清单"], ja=["買い物リスト"])),
 "playlist": ("L", dict(en=["my playlist", "my song list"], de=["meine Playlist"], es=["mi lista de reproducción"], fr=["ma playlist"], pt=["minha playlist"], ru=["мой плейлист"], ar=["قائمة الأغاني"], zh=["我的歌单"], ja=["プレイリスト"])),
 "timer": ("L", dict(en=["my timer", "the countdown"], de=["mein Timer/meinen Timer"], es=["mi temporizador"], fr=["mon minuteur"], pt=["meu temporizador"], ru=["мой таймер"], ar=["المؤقت"], zh=["我的计时器"], ja=["タイマー"])),
}

# predicate: (kinds of objects it fits, {lang: templates})
PREDICATES = {
 "not_arrived": ("TMD", dict(
  en=["{n} hasn't arrived", "where is {n}", "i still haven't received {n}", "i'm still waiting for {n}", "{n} didn't come, it's been two weeks", "no sign of {n} so far", "shouldn't {n} be here by now", "{n} is not here yet, what's going on", "i expected {n} last week and got nothing"],
  de=["{n} ist noch nicht da", "wo bleibt {n}", "ich warte immer noch auf {a}"], es=["{n} no ha llegado", "dónde está {n}", "sigo esperando {n}"], fr=["{n} n'est pas arrivé", "où est {n}", "j'attends toujours {n}"], pt=["{n} não chegou", "onde está {n}", "ainda estou esperando {n}"], ru=["{n} не пришёл", "где {n}", "до сих пор жду {a}"], ar=["لم يصل {n}", "أين {n}", "ما زلت أنتظر {n}"], zh=["{n}还没到", "{n}在哪里", "我一直在等{n}"], ja=["{n}が届かない", "{n}はどこですか", "まだ{n}を待っています"])),
 "when": ("TMA", dict(
  en=["when will {n} come", "how long does it take until {n} gets here", "when can i expect {n}", "what's the date for {n}", "how many days for {n}", "time until {n}"],
  de=["wann kommt {n}", "wie lange dauert es mit {n}"], es=["cuándo llega {n}", "cuánto tarda {n}"], fr=["quand arrive {n}", "combien de temps pour {n}"], pt=["quando chega {n}", "quanto tempo leva {n}"], ru=["когда будет {n}", "сколько ждать {a}"], ar=["متى يصل {n}", "كم يستغرق {n}"], zh=["{n}什么时候到", "{n}要多久"], ja=["{n}はいつですか", "{n}までどのくらい"])),
 "lost": ("TCP", dict(
  en=["i lost {n}", "i can't find {n}", "{n} is gone", "i left {n} somewhere and don't know where", "{n} went missing", "i must have dropped {n}", "misplaced {n}, what should i do"],
  de=["ich habe {a} verloren", "{n} ist weg", "ich finde {a} nicht mehr"], es=["perdí {n}", "no encuentro {n}"], fr=["j'ai perdu {n}", "je ne retrouve plus {n}"], pt=["perdi {n}", "não encontro {n}"], ru=["я потерял {a}", "не могу найти {a}"], ar=["فقدت {n}", "لا أجد {n}"], zh=["我丢了{n}", "{n}不见了"], ja=["{n}をなくした", "{n}が見つからない"])),
 "stolen": ("TCP", dict(
  en=["{n} was stolen", "someone stole {n}", "a thief took {n}", "{n} got nicked, help", "i was robbed and they have {n}"],
  de=["{n} wurde gestohlen", "jemand hat {a} geklaut"], es=["me robaron {n}"], fr=["on m'a volé {n}"], pt=["roubaram {n}", "fui roubado, levaram {n}"], ru=["у меня украли {a}"], ar=["سرق {n}", "تمت سرقة {n}"], zh=["{n}被偷了"], ja=["{n}を盗まれた"])),
 "cancel": ("TAML", dict(
  en=["cancel {n}", "i want to call off {n}", "please stop {n}", "how can i undo {n}", "i don't want {n} any more", "withdraw {n}", "is it possible to cancel {n}"],
  de=["{a} stornieren", "ich möchte {a} kündigen", "{a} absagen"], es=["cancelar {n}", "quiero anular {n}"], fr=["annuler {n}", "je veux résilier {n}"], pt=["cancelar {n}", "quero desistir de {n}"], ru=["отменить {a}", "хочу отказаться, {n}"], ar=["إلغاء {n}", "أريد إلغاء {n}"], zh=["取消{n}", "我不想要{n}了"], ja=["{n}をキャンセルしたい", "{n}を取り消して"])),
 "change": ("CAGLT", dict(
  en=["change {n}", "i'd like to update {n}", "how do i edit {n}", "modify {n}", "{n} needs to be changed", "can you alter {n} for me", "make a change to {n}"],
  de=["{a} ändern", "wie kann ich {a} anpassen"], es=["cambiar {n}", "quiero modificar {n}"], fr=["modifier {n}", "comment changer {n}"], pt=["alterar {n}", "quero mudar {n}"], ru=["изменить {a}", "как поменять {a}"], ar=["تغيير {n}", "كيف أعدل {n}"], zh=["修改{n}", "怎么更改{n}"], ja=["{n}を変更したい", "{n}を変えて"])),
 "delete": ("AGL", dict(
  en=["delete {n}", "remove {n}", "get rid of {n}", "erase {n} completely", "how can i clear {n}", "wipe {n}", "close {n} for good"],
  de=["{a} löschen", "{a} entfernen"], es=["eliminar {n}", "borrar {n}"], fr=["supprimer {n}", "effacer {n}"], pt=["excluir {n}", "apagar {n}"], ru=["удалить {a}", "убрать {a}"], ar=["حذف {n}", "إزالة {n}"], zh=["删除{n}", "清除{n}"], ja=["{n}を削除して", "{n}を消したい"])),
 "create": ("ALKP", dict(
  en=["how do i get {n}", "set up {n}", "i'd like to open {n}", "create {n}", "apply for {n}", "make {n}", "start with {n}", "i want to request {n}"],
  de=["{a} einrichten", "wie bekomme ich {a}", "{a} anlegen"], es=["crear {n}", "cómo consigo {n}", "solicitar {n}"], fr=["créer {n}", "comment obtenir {n}", "demander {n}"], pt=["criar {n}", "como consigo {n}", "solicitar {n}"], ru=["создать {a}", "как получить {a}", "оформить {a}"], ar=["إنشاء {n}", "كيف أحصل على {n}"], zh=["创建{n}", "怎么办理{n}"], ja=["{n}を作りたい", "{n}を申し込みたい"])),
 "show": ("ALDGM", dict(
  en=["show me {n}", "where can i see {n}", "let me look at {n}", "view {n}", "open {n} for me", "i'd like to check {n}", "read out {n}"],
  de=["zeig mir {a}", "wo sehe ich {a}"], es=["muéstrame {n}", "dónde veo {n}"], fr=["montre-moi {n}", "où voir {n}"], pt=["mostre {n}", "onde vejo {n}"], ru=["покажи {a}", "где посмотреть {a}"], ar=["اعرض {n}", "أين أرى {n}"], zh=["显示{n}", "在哪里查看{n}"], ja=["{n}を見せて", "{n}を確認したい"])),
 "not_working": ("VPKD", dict(
  en=["{n} doesn't work", "{n} is not working", "there's a problem with {n}", "{n} stopped working", "something is wrong with {n}", "{n} keeps failing", "i have trouble using {n}", "{n} is acting up", "can't use {n} any more"],
  de=["{n} funktioniert nicht", "{n} geht nicht mehr", "problem mit {n}"], es=["{n} no funciona", "tengo un problema con {n}"], fr=["{n} ne fonctionne pas", "j'ai un problème avec {n}"], pt=["{n} não funciona", "estou com problema em {n}"], ru=["{n} не работает", "проблема: {n}"], ar=["{n} لا يعمل", "عندي مشكلة في {n}"], zh=["{n}不能用", "{n}出问题了"], ja=["{n}が使えない", "{n}が動かない"])),
 "broken": ("DVT", dict(
  en=["{n} is broken", "{n} arrived damaged", "{n} has a crack", "{n} is defective", "i dropped {n} and now it's smashed", "{n} has a fault"],
  de=["{n} ist kaputt", "{n} ist beschädigt"], es=["{n} está roto", "{n} llegó dañado"], fr=["{n} est cassé", "{n} est endommagé"], pt=["{n} está quebrado", "{n} veio com defeito"], ru=["{n} сломан", "{n} повреждён"], ar=["{n} مكسور", "{n} تالف"], zh=["{n}坏了", "{n}有损坏"], ja=["{n}が壊れた", "{n}に傷がある"])),
 "block": ("PAC", dict(
  en=["block {n}", "freeze {n}", "lock {n} right away", "put a hold on {n}", "suspend {n} for now", "disable {n}"],
  de=["{a} sperren", "bitte {a} sofort blockieren"], es=["bloquear {n}", "congelar {n}"], fr=["bloquer {n}", "faire opposition sur {n}"], pt=["bloquear {n}"], ru=["заблокировать {a}"], ar=["إيقاف {n}", "تجميد {n}"], zh=["冻结{n}", "挂失{n}"], ja=["{n}を止めて", "{n}を停止したい"])),
 "unblock": ("PCSA", dict(
  en=["unblock {n}", "unlock {n}", "{n} is blocked, how do i free it", "lift the block on {n}", "{n} got locked, let me use it again", "reactivate {n}"],
  de=["{a} entsperren", "{n} ist gesperrt"], es=["desbloquear {n}", "{n} está bloqueado"], fr=["débloquer {n}", "{n} est bloqué"], pt=["desbloquear {n}", "{n} está bloqueado"], ru=["разблокировать {a}", "{n} заблокирован"], ar=["إلغاء حظر {n}", "{n} محظور"], zh=["解锁{n}", "{n}被锁了"], ja=["{n}のロックを解除", "{n}がロックされた"])),
 "activate": ("PK", dict(
  en=["activate {n}", "how do i start using {n}", "switch on {n}", "{n} needs to be activated", "{n} isn't active yet", "enable {n}"],
  de=["{a} aktivieren", "{a} freischalten"], es=["activar {n}"], fr=["activer {n}"], pt=["ativar {n}"], ru=["активировать {a}"], ar=["تفعيل {n}"], zh=["激活{n}"], ja=["{n}を有効にする"])),
 "forgot": ("S", dict(
  en=["i forgot {n}", "i can't remember {n}", "don't know {n} any more", "{n} slipped my mind", "remind me what {n} is", "recover {n}"],
  de=["ich habe {a} vergessen", "ich weiß {a} nicht mehr"], es=["olvidé {n}", "no recuerdo {n}"], fr=["j'ai oublié {n}"], pt=["esqueci {n}", "não lembro {n}"], ru=["я забыл {a}", "не помню {a}"], ar=["نسيت {n}", "لا أتذكر {n}"], zh=["我忘记了{n}", "想不起{n}"], ja=["{n}を忘れた", "{n}を思い出せない"])),
 "declined": ("PM", dict(
  en=["{n} was declined", "{n} got rejected", "why was {n} refused", "they didn't accept {n}", "{n} didn't go through", "{n} failed", "{n} bounced"],
  de=["{n} wurde abgelehnt", "{n} ist fehlgeschlagen"], es=["{n} fue rechazado", "{n} falló"], fr=["{n} a été refusé", "{n} a échoué"], pt=["{n} foi recusado", "{n} falhou"], ru=["{n} отклонён", "{n} не прошёл"], ar=["تم رفض {n}", "فشل {n}"], zh=["{n}被拒绝了", "{n}失败了"], ja=["{n}が拒否された", "{n}に失敗した"])),
 "pending": ("MA", dict(
  en=["{n} is still pending", "{n} is stuck", "{n} shows as in progress for days", "why isn't {n} completed", "{n} has not been processed yet", "{n} is on hold"],
  de=["{n} ist noch in Bearbeitung", "{n} hängt fest"], es=["{n} sigue pendiente", "{n} está en proceso"], fr=["{n} est toujours en attente", "{n} est en cours"], pt=["{n} ainda está pendente", "{n} está em processamento"], ru=["{n} всё ещё в обработке", "{n} завис"], ar=["{n} ما زال معلقا", "{n} قيد المعالجة"], zh=["{n}还在处理中", "{n}一直待处理"], ja=["{n}が保留中のまま", "{n}がまだ処理中"])),
 "wrong_amount": ("M", dict(
  en=["the amount of {n} is wrong", "{n} is too low", "{n} is not the right sum", "part of {n} is missing", "{n} is less than expected", "there's a mistake in {n}"],
  de=["der Betrag stimmt nicht: {n}", "{n} ist zu niedrig"], es=["el importe es incorrecto: {n}", "falta dinero en {n}"], fr=["le montant est faux : {n}", "il manque une partie de {n}"], pt=["o valor está errado: {n}", "falta uma parte de {n}"], ru=["неверная сумма: {n}", "{n} меньше, чем должно быть"], ar=["المبلغ غير صحيح: {n}", "{n} أقل من المتوقع"], zh=["{n}金额不对", "{n}少了"], ja=["{n}の金額が違う", "{n}が足りない"])),
 "fee": ("PMA", dict(
  en=["why was i charged for {n}", "what does {n} cost", "is there a fee for {n}", "how much do you charge for {n}", "extra fee on {n}", "price of {n}", "{n} is too expensive"],
  de=["was kostet {n}", "warum eine Gebühr für {a}"], es=["cuánto cuesta {n}", "por qué me cobraron comisión por {n}"], fr=["combien coûte {n}", "pourquoi des frais pour {n}"], pt=["quanto custa {n}", "por que cobraram taxa em {n}"], ru=["сколько стоит {n}", "почему комиссия за {a}"], ar=["كم تكلفة {n}", "لماذا هناك رسوم على {n}"], zh=["{n}多少钱", "{n}为什么收费"], ja=["{n}の料金はいくら", "{n}の手数料はなぜ"])),
 "limit": ("PM", dict(
  en=["what's the limit for {n}", "is there a maximum for {n}", "raise the limit of {n}", "how much can i do with {n} per day", "i hit the cap for {n}"],
  de=["welches Limit gilt für {a}", "Limit erhöhen für {a}"], es=["cuál es el límite de {n}", "aumentar el límite de {n}"], fr=["quel est le plafond de {n}", "augmenter le plafond de {n}"], pt=["qual é o limite de {n}", "aumentar o limite de {n}"], ru=["какой лимит: {n}", "увеличить лимит, {n}"], ar=["ما هو حد {n}", "رفع حد {n}"], zh=["{n}的限额是多少", "提高{n}的额度"], ja=["{n}の上限はいくら", "{n}の限度額を上げたい"])),
 "abroad": ("PVAM", dict(
  en=["can i use {n} abroad", "does {n} work in other countries", "i'm travelling overseas, what about {n}", "{n} outside the country", "use {n} on holiday in another country"],
  de=["kann ich {a} im Ausland nutzen"], es=["puedo usar {n} en el extranjero"], fr=["puis-je utiliser {n} à l'étranger"], pt=["posso usar {n} no exterior"], ru=["можно ли использовать за границей: {n}"], ar=["هل يمكنني استخدام {n} في الخارج"], zh=["{n}在国外能用吗"], ja=["海外で{n}は使えますか"])),
 "expire": ("PKAC", dict(
  en=["when does {n} expire", "{n} has expired", "{n} is about to run out", "how long is {n} valid", "renew {n}", "extend {n}", "validity of {n}"],
  de=["wann läuft {n} ab", "{a} verlängern"], es=["cuándo vence {n}", "renovar {n}"], fr=["quand expire {n}", "renouveler {n}"], pt=["quando vence {n}", "renovar {n}"], ru=["когда истекает {n}", "продлить {a}"], ar=["متى تنتهي صلاحية {n}", "تجديد {n}"], zh=["{n}什么时候过期", "续期{n}"], ja=["{n}の有効期限は", "{n}を更新したい"])),
 "duplicate": ("M", dict(
  en=["{n} happened twice", "{n} appears two times", "{n} was done double", "i see {n} duplicated", "two of {n}, only one is right"],
  de=["{n} wurde doppelt ausgeführt"], es=["{n} aparece dos veces", "{n} duplicado"], fr=["{n} apparaît deux fois", "{n} en double"], pt=["{n} aparece duas vezes", "{n} duplicado"], ru=["{n} прошёл дважды"], ar=["{n} مكرر مرتين"], zh=["{n}重复了两次"], ja=["{n}が二重になっている"])),
 "unknown": ("M", dict(
  en=["i don't recognise {n}", "{n} wasn't made by me", "someone else did {n}", "i never authorised {n}", "{n} looks like fraud", "what is {n}, i know nothing of it"],
  de=["{a} kenne ich nicht", "{n} ist nicht von mir"], es=["no reconozco {n}", "yo no hice {n}"], fr=["je ne reconnais pas {n}", "{n} n'est pas de moi"], pt=["não reconheço {n}", "não fui eu que fiz {n}"], ru=["я не узнаю {a}", "{n} сделал не я"], ar=["لا أعرف {n}", "لم أقم أنا بـ {n}"], zh=["我不认识{n}", "{n}不是我操作的"], ja=["{n}に心当たりがない", "{n}は自分ではない"])),
 "replace": ("TPCD", dict(
  en=["i need a replacement for {n}", "get a new one instead of {n}", "send me another copy of {n}", "exchange {n}", "swap {n} for a new one", "reorder {n}"],
  de=["ersatz für {a}", "{a} umtauschen"], es=["reemplazar {n}", "necesito un duplicado de {n}"], fr=["remplacer {n}", "il me faut un duplicata de {n}"], pt=["substituir {n}", "preciso de uma segunda via de {n}"], ru=["заменить {a}", "нужна замена: {n}"], ar=["استبدال {n}", "أحتاج بديلا عن {n}"], zh=["补办{n}", "更换{n}"], ja=["{n}を交換したい", "{n}を再発行して"])),
 "status": ("TMA", dict(
  en=["what's the status of {n}", "how is {n} going", "any update on {n}", "has {n} been handled", "check the progress of {n}", "news about {n}?"],
  de=["wie ist der Stand: {n}", "status von {n}"], es=["cuál es el estado de {n}", "hay novedades de {n}"], fr=["où en est {n}", "état de {n}"], pt=["qual é a situação de {n}", "alguma novedade sobre {n}"], ru=["какой статус: {n}", "есть новости: {n}"], ar=["ما حالة {n}", "هل هناك جديد عن {n}"], zh=["{n}进度怎么样", "查询{n}的状态"], ja=["{n}の状況は", "{n}はどうなりましたか"])),
 "slow": ("V", dict(
  en=["{n} is slow", "{n} takes forever", "{n} is lagging", "why is {n} so sluggish", "speed up {n}"],
  de=["{n} ist langsam"], es=["{n} va lento"], fr=["{n} est lent"], pt=["{n} está lento"], ru=["{n} тормозит", "{n} медленно работает"], ar=["{n} بطيء"], zh=["{n}很慢"], ja=["{n}が遅い"])),
 "share": ("GLA", dict(
  en=["share {n} with someone", "give my partner access to {n}", "let others see {n}", "send {n} to a friend", "add another person to {n}"],
  de=["{a} teilen", "jemandem zugriff geben auf {a}"], es=["compartir {n}"], fr=["partager {n}"], pt=["compartilhar {n}"], ru=["поделиться: {n}"], ar=["مشاركة {n}"], zh=["分享{n}"], ja=["{n}を共有したい"])),
 "verify": ("CMG", dict(
  en=["verify {n}", "how do i confirm {n}", "why do you need to check {n}", "{n} can't be verified", "proof of {n}"],
  de=["{a} bestätigen", "{a} verifizieren"], es=["verificar {n}", "confirmar {n}"], fr=["vérifier {n}", "confirmer {n}"], pt=["verificar {n}", "confirmar {n}"], ru=["подтвердить {a}"], ar=["التحقق من {n}", "تأكيد {n}"], zh=["验证{n}", "确认{n}"], ja=["{n}を確認・認証する"])),
}


def generate(rng, per_label=14):
    """Yields (lang, object.predicate, text). English gets about per_label texts a label, the others up to three."""
    for o, (kinds, nouns) in OBJECTS.items():
        for p, (fits, temps) in PREDICATES.items():
            if not set(kinds) & set(fits):
                continue
            lab = o + "." + p
            for lang, ts in temps.items():
                combos = [(t, n) for t in ts for n in nouns[lang]]
                rng.shuffle(combos)
                for t, n in combos[:per_label if lang == "en" else 3]:
                    nom, _, acc = n.partition("/")
                    yield lang, lab, t.replace("{n}", nom).replace("{a}", acc or nom)
