import { normalizeText } from '../language/normalize.ts';

/** Things people say to a service that no unit answers. */
export type Social = 'person' | 'greeting' | 'thanks' | 'about-me';

const longestSocial = 60;

// Each pattern has to fit the whole message but for a greeting or a "please" around it, so that
// "hello, where is my order" stays a question and "thanks but it still blinks" stays a complaint.
const politeStart =
  "(?:(?:hi|hello|hey|ok(?:ay)?|well|no|please|just|sorry|hola|por favor|hallo|guten tag|bitte|nein|bonjour|non|salut|s'il (?:vous|te) plait|s'il vous plaît|oi|olá|ola|não|nao|здравствуйте|привет|нет|пожалуйста|مرحبا|لا|من فضلك|لو سمحت|你好|您好|请|不|こんにちは|いいえ|すみません)[\\s,.!，。！、؛،]*)*";
const politeEnd =
  "(?:[\\s,.!?，。！？、؟]*(?:please|now|instead|thanks|thank you|por favor|ahora|gracias|bitte|jetzt|danke|s'il (?:vous|te) pla[iî]t|svp|stp|merci|maintenant|agora|obrigad[oa]|пожалуйста|сейчас|спасибо|من فضلك|الآن|شكرا|谢谢|吧|吗|一下|お願いします|ください|下さい))*[\\s.!?。！？…؟~]*";

const patterns: Record<Social, readonly string[]> = {
  person: [
    // English
    "(?:(?:i (?:want|need|would like|would rather|would prefer|d like|wanna|prefer)|i'd (?:like|rather|prefer)|can i|could i|may i|let me|how (?:do|can) i|is it possible|is there a way|i have|connect me|put me|get me|give me|transfer me|pass me)(?: to| through to| with| through| on to| over to)*\\s*)?(?:to )?(?:(?:speak|talk|chat|get through|get|contact|reach|write|be connected|connect)(?: to| with| me)*\\s*)?(?:an? |the |some |your |my )?(?:actual |real |live |human |customer |support |service |care )*(?:human|person|people|someone|somebody|agent|representative|rep|operator|adviser|advisor|human being|staff|employee|support team|customer service|customer support)(?: (?:from|in|at|of) (?:your |the )?(?:support|service|customer service|team))?(?: (?:real|human|else))?",
    '(?:is|are) there (?:an? |any )?(?:real |actual |live )?(?:human|person|people|agent|someone|somebody|anyone|anybody)(?: (?:here|there|available|online))?(?: (?:that |who )?(?:i|we) can (?:talk|speak|chat|write) (?:to|with))?',
    '(?:can|could) (?:someone|somebody|an? (?:real )?(?:human|person|agent)) (?:please )?(?:call|contact|phone|e?mail|talk to) me(?: back)?',
    // Spanish
    '(?:(?:quiero|quisiera|necesito|prefiero|preferiría|me (?:puede|podría|podria) atender|hay|puedo|podria|podría|me gustaria|me gustaría|deseo|pásame|pasame|ponme|comunícame|comuniqueme|comuníqueme|conéctame)\\s*)?(?:(?:hablar|chatear|comunicarme|contactar|con)(?: con)?\\s*)?(?:con )?(?:una? |el |la |algun |algún |alguien )?(?:agente|persona|humano|operador|operadora|asesor|asesora|representante|alguien|atencion al cliente|atención al cliente)(?: (?:real|humano|humana|de verdad|de carne y hueso|ahí|ahi|aquí|aqui))?',
    // German
    '(?:(?:ich (?:will|möchte|moechte|mochte|würde (?:gern(?:e)?|lieber)|muss|brauche|bräuchte|hätte gern(?:e)?)|ist (?:hier|da)|gibt es (?:hier|da)|kann ich|könnte ich|verbinden sie mich|gibt es|geben sie mir)\\s*)?(?:bitte )?(?:mit |an )?(?:einem |einer |einen |eine |ein |dem |der )?(?:echten |echter |echte |richtigen |menschlichen |lebenden )?(?:mensch(?:en)?|person|mitarbeiter(?:in|n)?|kundenservice|kundenberater(?:in)?|kundendienst|berater(?:in)?|jemand(?:em|en)?|support)(?: (?:sprechen|reden|chatten|schreiben|verbinden|verbunden werden|erreichen))?',
    // French
    "(?:(?:je (?:veux|voudrais|souhaite|dois|préfère|prefere|préférerais)|y a-t-il|est-ce qu'il y a|j'aimerais|puis-je|est-ce que je peux|pouvez-vous me|passez-moi|mettez-moi en relation avec)\\s*)?(?:(?:parler|discuter|échanger|echanger|communiquer|être mis en relation|contacter)(?: à| a| avec)?\\s*)?(?:un |une |à un |à une |avec un |avec une |le |quelqu'un|à quelqu'un)?\\s*(?:vrai |vraie )?(?:humain|personne|agent|conseiller|conseillère|opérateur|operateur|service client|quelqu'un|être humain)(?: (?:réel|réelle|humain|humaine))?",
    // Portuguese
    '(?:(?:quero|queria|gostaria de|preciso|prefiro|posso|poderia|tem|há|ha|me (?:passa|passe|transfere|transfira)|(?:pode|poderia) me (?:passar|transferir))\\s*)?(?:(?:falar|conversar|ser atendid[oa]|entrar em contato|contatar)(?: com| por)?\\s*)?(?:com |para )?(?:uma? |o |a |algum |alguma |alguém )?(?:atendente|pessoa|humano|agente|operador|operadora|representante|alguém|alguem|atendimento humano|suporte humano)(?: (?:real|humano|humana|de verdade|aí|ai|aqui))?',
    // Russian
    '(?:(?:я )?(?:хочу|хотел(?:а)? бы|нужно|нужен|нужна|можно|могу(?: я)?|дайте|позовите|соедините(?: меня)?|переключите(?: меня)?|свяжите меня)\\s*)?(?:(?:поговорить|говорить|пообщаться|связаться|чат)\\s*)?(?:с |со |на )?(?:живым |живой |реальным |реальный |настоящим |любым )?(?:человек(?:ом|а)?|оператор(?:ом|а|у)?|сотрудник(?:ом|а)?|менеджер(?:ом|а)?|консультант(?:ом|а)?|специалист(?:ом|а)?|(?:служб(?:ой|у|а) )?поддержк(?:ой|у|а|и)|кем-(?:нибудь|то))',
    'есть (?:ли )?(?:тут |здесь )?(?:кто|кто-нибудь|кто-то|люди|человек)(?: (?:живой|живые|тут|здесь))?',
    // Arabic
    '(?:(?:أريد|اريد|أود|اود|أحتاج|احتاج|هل يمكنني|هل يمكن|ممكن|يمكنني|حولني|وصلني|أرغب في|ارغب في)\\s*)?(?:أن |ان )?(?:(?:التحدث|أتحدث|اتحدث|الحديث|التكلم|أتكلم|اتكلم|التواصل|أكلم|اكلم|الكلام|تحويلي)\\s*)?(?:مع |إلى |الى |ب)?(?:أي |اي )?(?:شخص|موظف|إنسان|انسان|بشري|ممثل|وكيل|خدمة العملاء|موظف خدمة العملاء|أحد|احد|ممثل خدمة العملاء|الدعم)(?: (?:حقيقي|بشري|ما|من الدعم))?',
    // Chinese
    '(?:我)?(?:想|要|想要|需要|能不能|可以|能|请|帮我|给我|麻烦)?(?:帮我|我)?(?:和|跟|与|找|转|转接|接|联系|接通|叫|换)?(?:一?个|一位|到)?(?:真人|人工|人工客服|真人客服|客服|客服人员|活人|专员|工作人员|人)(?:客服|服务)?(?:说话|聊|谈|聊聊|讲话|沟通|服务|来)?',
    // Japanese
    '(?:実際の|本物の|生身の|人間の)?(?:人間|人|担当者|オペレーター|オペレータ|スタッフ|サポート(?:担当)?|カスタマーサービス|係の人|有人(?:対応|チャット)?)(?:の方)?(?:と|に|へ|を)?(?:直接)?(?:話し|話せ|話|話がし|チャットし|連絡し|つない|繋い|代わっ|変わっ|相談し|問い合わせ)?(?:たい|て|で|したい|をしたい|できますか|てください|でください)?(?:です|ます|ますか|のですが|んですが)?',
  ],
  greeting: [
    'hi|hello|hey|hi there|hello there|hey there|good (?:morning|afternoon|evening|day)|greetings|hola|buenas|buenos dias|buenos días|buenas (?:tardes|noches)|hallo|guten (?:tag|morgen|abend)|moin|servus|grüß gott|bonjour|bonsoir|salut|coucou|olá|ola|oi|bom dia|boa (?:tarde|noite)|привет|здравствуйте|здравствуй|добрый (?:день|вечер)|доброе утро|مرحبا|مرحبًا|أهلا|اهلا|السلام عليكم|صباح الخير|مساء الخير|你好|您好|嗨|哈喽|早上好|下午好|晚上好|在吗|こんにちは|こんばんは|おはよう(?:ございます)?|どうも',
  ],
  thanks: [
    'thanks|thank you|thank you (?:so|very) much|thanks a lot|many thanks|thx|ty|cheers|(?:great|perfect|ok|okay|super|cool)[,!. ]*(?:thanks|thank you)?|bye|goodbye|gracias|muchas gracias|mil gracias|adios|adiós|danke|danke schön|vielen dank|tschüss|merci|merci beaucoup|au revoir|obrigad[oa]|muito obrigad[oa]|valeu|tchau|спасибо|большое спасибо|благодарю|до свидания|пока|شكرا|شكرًا|شكرا جزيلا|مع السلامة|谢谢|谢谢你|谢谢您|多谢|再见|拜拜|ありがとう(?:ございます|ございました)?|どうもありがとう(?:ございます)?|さようなら',
  ],
  'about-me': [
    "(?:(?:are|r) you|is (?:this|it)) (?:a |an )?(?:real |actual )?(?:human|person|robot|bot|ai|machine|computer|chatbot|real)(?: or (?:a |an )?(?:human|person|robot|bot|ai|machine|real person))?|(?:am i|i'm|im) (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:real )?(?:human|person|robot|bot|ai|machine)(?: or (?:a |an )?(?:human|person|robot|bot|ai|machine))?|who are you|what are you|what can you do|how do you work",
    '¿?(?:eres|es usted) (?:un |una )?(?:robot|bot|persona|humano|humana|ia|máquina|maquina|persona real)|¿?(?:quién|quien|qué|que) (?:eres|es usted)|¿?qué puedes hacer',
    '(?:bist du|sind sie) (?:ein |eine )?(?:echter |echte )?(?:roboter|bot|mensch|maschine|person|ki|computer)|wer (?:bist du|sind sie)|was (?:kannst du|können sie)',
    '(?:es-tu|êtes-vous|etes-vous|tu es|vous êtes) (?:un |une )?(?:vrai |vraie )?(?:robot|bot|humain|personne|machine|ia|humaine)|qui (?:es-tu|êtes-vous|etes-vous)|que (?:peux-tu|pouvez-vous) faire',
    '(?:você|voce|vc) é (?:um |uma )?(?:robô|robo|bot|humano|humana|pessoa|máquina|maquina|ia)(?: real| de verdade)?|quem é você|o que você (?:faz|pode fazer)',
    '(?:ты|вы) (?:робот|бот|человек|живой человек|машина|ии|нейросеть)|кто (?:ты|вы)(?: такой| такие)?|что (?:ты умеешь|вы умеете)',
    'هل (?:أنت|انت) (?:إنسان|انسان|روبوت|آلة|بشر|شخص|شخص حقيقي|ذكاء اصطناعي|بوت)|من (?:أنت|انت)|ماذا (?:يمكنك|تستطيع) أن تفعل',
    '(?:你|您)是(?:不是)?(?:一个)?(?:机器人|真人|人|人工智能|ai|机器|人工|真人客服|人工客服)(?:吗|么|还是.{1,4})?|你是谁|您是谁|你(?:能|会|可以)做什么|你能干什么',
    '(?:あなたは|君は|これは)?(?:ロボット|人間|ai|ボット|bot|機械|本物の人間)(?:です|なの|なんです)か|あなたは誰(?:です|なんです)?か?|何ができ(?:ますか|るの)',
  ],
};

const compiled = (Object.entries(patterns) as [Social, readonly string[]][]).map(
  ([social, list]) =>
    [
      social,
      new RegExp(`^[¿¡]?${social === 'greeting' || social === 'thanks' ? '' : politeStart}(?:${list.join('|')})${politeEnd}$`, 'u'),
    ] as const,
);

// Whoever wants to speak with a person, and says so, wants that whatever else the message tells of: "I want to talk to a
// real person about my card". Verb and person have to stand together, or a question about people would count.
const personWishes: readonly string[] = [
  // English
  '(?<!\\p{L})(?:speak|talk|chat|be connected|get through|be put through|put me through|connect me|transfer me)(?: directly)?(?: to| with)(?: an?| one of| some| your| the| any)*(?: actual| real| live| human| customer| support| service| sales)* (?:human(?: being)?|person|agent|representative|rep|operator|advis[eo]r|employee|staff(?: member)?|colleagues?|manager|supervisor|customer (?:service|support)|support(?: team)?)(?!\\p{L})',
  '(?<!\\p{L})(?:can|could) (?:an?|one of your|some)(?: of your| real| human)* (?:colleagues?|human|person|agent|employee)(?: of yours)? (?:please )?(?:call|contact|phone|e?mail|help|talk to) me(?!\\p{L})',
  "(?<!\\p{L})(?:get|give|find|bring|fetch) me (?:an?|your|the|some)(?: actual| real| live| human| customer| support| service)* (?:human(?: being)?|person|agent|representative|rep|operator|advis[eo]r|employee|manager|supervisor)(?!\\p{L}|'s|-)",
  "(?<!\\p{L})(?:want|need|demand|prefer|insist on) an? (?:(?:actual |real |live )*human(?: being| agent)?|(?:(?:actual|real|live) )+(?:person|agent|representative|rep|operator))(?!\\p{L}|'s|-)",
  // Spanish
  '(?<!\\p{L})(?:p[aá]s[ea]n?me|d[ea]me|denme|p[oó]n(?:ga)?n?me|quiero|necesito|exijo)(?: ya| ahora| a| con)* (?:una? |su |tu )*(?:persona (?:real|de verdad|humana)|(?:agente |ser )?humano|operadora?|supervisor|encargado)(?!\\p{L})',
  '(?<!\\p{L})(?:hablar|chatear|comunicarme|contactar|p[aá]s[ea]n?me|comun[ií]qu[ea]n?me|con[eé]ct[ea]n?me) con (?:una? |el |la |alg[uú]na? |su )*(?:agente|persona|humano|operadora?|asesora?|representante|empleado|encargado|supervisor|gerente|atenci[oó]n al cliente)(?!\\p{L})',
  // German
  '(?<!\\p{L})mit (?:einem |einer |ihrem |eurem |jemandem |dem )*(?:echten |richtigen |lebenden |menschlichen )*(?:menschen|person|mitarbeiter(?:in)?|berater(?:in)?|kundenberater(?:in)?|kundenservice|kundendienst|kollegen|kollegin|vorgesetzten|jemandem)(?!\\p{L}).{0,80}(?<!\\p{L})(?:sprechen|reden|chatten|verbunden werden|verbinden|telefonieren)(?!\\p{L})',
  '(?<!\\p{L})(?:einen?|ihren?|euren?) (?:echten? |richtigen? |lebenden? |menschlichen? )*(?:menschen|person|mitarbeiter(?:in)?|berater(?:in)?|kundenberater(?:in)?|vorgesetzten?|chef(?:in)?) (?:\\S+ ){0,2}(?:sprechen|erreichen)(?!\\p{L})',
  '(?<!\\p{L})(?:gib|gebt|geben sie) mir (?:\\S+ ){0,2}?(?:einen?|ihren?) (?:echten? |richtigen? |lebenden? |menschlichen? )*(?:menschen|person|mitarbeiter(?:in)?|berater(?:in)?|vorgesetzten?|chef(?:in)?)(?!\\p{L})',
  // French
  '(?<!\\p{L})(?:passez[- ]moi|passe[- ]moi|donnez[- ]moi|mettez[- ]moi en (?:contact|relation|communication) avec) (?:une? |votre |le )(?:vraie? )?(?:humain|personne|agent|conseill(?:er|ère)|opérat(?:eur|rice)|responsable|être humain|service client)(?!\\p{L})',
  "(?<!\\p{L})(?:je veux|je voudrais|j'exige|il me faut) (?:une? )(?:vraie? (?:humain|personne|agent|conseill(?:er|ère))|(?:conseiller |agent |être )?humain)(?!\\p{L})",
  "(?<!\\p{L})(?:parler|discuter|échanger|chatter) (?:à|avec) (?:(?:une? |votre |l')(?:vrai |vraie )?(?:humain|personne|agent|conseill(?:er|ère)|opérat(?:eur|rice)|responsable|être humain)|le service client)(?!\\p{L})",
  // Portuguese
  '(?<!\\p{L})(?:falar|conversar) com (?:uma? |o |a |alg[uú]ma? |seu |sua )*(?:atendente|pessoa|humano|agente|operadora?|representante|funcion[aá]ri[oa]|gerente|supervisora?)(?!\\p{L})',
  '(?<!\\p{L})(?:me (?:passa|passe|passem|d[êe]|transfere|transfira)|quero|preciso de|exijo)(?: já| agora| com| para| a)* (?:uma? |seu |sua )*(?:pessoa (?:real|de verdade)|(?:atendente |ser )?humano|atendente|supervisora?|gerente)(?!\\p{L})',
  // Russian
  '(?<!\\p{L})(?:дайте|дай|позовите|соедините|переключите|свяжите)(?: мне| меня)?(?: с| на)? (?:(?:жив|реальн|настоящ|ваш)\\p{L}* )*(?:человек|оператор|сотрудник|менеджер|консультант|специалист|начальник|руководител)\\p{L}*',
  '(?<!\\p{L})(?:хочу|нужен|нужна|требую) (?:(?:жив|реальн|настоящ)\\p{L}* )+(?:человек|оператор|сотрудник|консультант)\\p{L}*',
  '(?<!\\p{L})(?:поговорить|говорить|пообщаться|связаться|соедините(?: меня)?|переключите(?: меня)?) (?:с|со|на) (?:живым |реальным |настоящим |вашим )*(?:человеком|оператор(?:ом|а)|сотрудником|менеджером|консультантом|специалистом|службой поддержки|начальником)(?!\\p{L})',
  // Arabic
  '(?:التحدث|أتحدث|اتحدث|الحديث|التكلم|أتكلم|اتكلم|أكلم|اكلم|الكلام) (?:مع |إلى |الى )?(?:ال)?(?:شخص|موظف|إنسان|انسان|ممثل|وكيل|مدير|مشرف|خدمة العملاء)(?!\\p{L})',
  '(?<!\\p{L})(?:أريد|اريد|أعطوني|اعطوني|أعطني|اعطني|حولوني|حولني|وصلوني|وصلني|أحتاج|احتاج) ?(?:إلى |الى |على )?(?:ال)?(?:شخص(?:اً|ًا|ا)? حقيقي|موظف|إنسان|انسان|مدير|مشرف)\\p{M}*ا?\\p{M}*(?!\\p{L})',
  // Chinese
  '(?<![不别])(?:我要|我想要|要|想|给我|帮我|快|请)(?:找|叫|转|接|换|联系|派|来)?(?:一?个|一位)?(?:真人|人工|活人)(?:客服)?(?![\\p{L}]{0,2}(?:几点|时间|电话))',
  '(?:和|跟|与)(?:一?个|一位|你们的?|贵公司的?)?(?:真人|人工|活人|工作人员|经理|主管)(?:客服)?(?:谈|聊|说|讲|沟通)|(?:转|转接|接通|换)(?:一?个|一位|到)?(?:真人|人工|活人)',
  // Japanese
  '(?:人間|本物の人|生身の人|担当者|オペレータ|オペレーター|責任者|上司|上の人)を(?:出せ|出し|呼ん|呼べ)',
  '(?:人間|本物の人|実際の人|生身の人|担当者|オペレータ|オペレーター|スタッフ|係の人|責任者)(?:の方)?(?:と|に)(?:直接)?(?:話し|話せ|話が|お話|相談し|つない|繋い|代わ)',
];
const personWish = new RegExp(personWishes.map((each) => `(?:${each})`).join('|'), 'u');
/** Before such a wish: it is not wished. */
const unwished =
  /(?:n't|\bnot|\bnever|\bno quier[oa]|\bnão quero|nicht|\bne (?:veux|souhaite) pas|не хочу|не надо|لا أريد|لا اريد|不想|不要|不用)\s?(?:\S+\s){0,3}$/u;
/** In characters; what is longer tells a story in which somebody may speak with anybody. */
const longestWish = 300;

function wishesPerson(normalized: string): boolean {
  const found = normalized.length > longestWish ? null : personWish.exec(normalized);
  return found !== null && !unwished.test(normalized.slice(0, found.index));
}

/**
 * What a message is apart from a question, or undefined. Only short messages that are nothing else count, but for the wish
 * to speak with a person.
 */
export function socialOf(text: string): Social | undefined {
  const normalized = normalizeText(text).replace(/[’ʼ]/g, "'");
  const social = normalized.length > longestSocial ? undefined : compiled.find(([, pattern]) => pattern.test(normalized))?.[0];
  return social ?? (wishesPerson(normalized) ? 'person' : undefined);
}
