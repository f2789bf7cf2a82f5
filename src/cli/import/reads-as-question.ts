/** How questions begin in the nine languages of the agent, where no question mark ends them. */
const starts = new RegExp(
  `^(?:${[
    // English
    'how|what|when|where|which|who|whose|why',
    '(?:can|could|do|does|did|is|are|will|would|should|must|may|have|has)\\s+(?:i|we|you|my|your|it|its|they|there|the|this|a|an)',
    // German
    'wie|was|wann|wo|welche[rsnm]?|warum|wieso|weshalb|wer|wem|wen|woher|wohin|womit|worauf',
    '(?:kann|können|ist|sind|gibt|muss|müssen|darf|dürfen|werden|wird|habe|hat|soll|brauche)\\s+(?:ich|man|wir|es|sie|die|der|das|ein|eine|mein\\p{L}*)',
    // Spanish, Portuguese
    'cómo|qué|cuándo|dónde|adónde|cuál(?:es)?|cuánt[oa]s?|quién(?:es)?|por qué|como|quando|onde|qual|quais|quant[oa]s?|quem|por que|o que',
    '(?:puedo|se puede|hay|tengo|posso|pode|é possível|preciso|tem)\\s+\\p{L}+',
    // French
    "comment|quand|où|quel(?:le)?s?|pourquoi|combien|qui|que faire|qu[’']est|est-ce|puis-je|peut-on|faut-il|dois-je|y a-t-il|ai-je|avez-vous",
    // Russian
    'как|что|когда|где|куда|откуда|кто|как(?:ой|ая|ое|ие)|сколько|почему|зачем|можно ли|могу ли|нужно ли|есть ли',
    // Arabic
    'هل|كيف|متى|أين|اين|كم|ما|ماذا|لماذا|من|أي',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
);
const eastAsian =
  /^(?:怎么|怎样|如何|什么|为什么|是否|哪|能否|可否|有没有|能不能|可不可以)|怎么|多久|多少|什么|吗$|呢$|ですか|ますか|でしょうか|ませんか|ください$|たい$|には$|か$|とは$|方法(?:は|を.*)?$/u;
const mark = /[?？؟;][\s"”»’'）)\]」』]*$/u;

/** Longer ones are paragraphs that ask something. In characters. */
const longest = 250;

/** Invitations to ask, which no page answers below them. */
const invitations =
  /(?:still|more|other|further|any|got|have).{0,12}questions|how (?:can|may) we help|what can we help|need (?:more |further )?help|(?:didn[’']?t|did not|can[’']?t|cannot) find|was this .{0,20}helpful|(?:noch|weitere|haben sie) .{0,8}fragen|wie können wir .{0,10}helfen|nicht (?:fündig|gefunden)|d[’']autres questions|comment pouvons-nous|autres? questions|más preguntas|cómo podemos ayudar|mais (?:dúvidas|perguntas)|como podemos ajudar|остались вопросы|чем .{0,12}помочь|还有.{0,4}问题|お困りですか|お問い合わせ/iu;

export function isInvitation(text: string): boolean {
  return text.length <= longest && invitations.test(text);
}

/** True for a heading that a visitor could have asked. */
export function readsAsQuestion(text: string): boolean {
  const words = text.trim();
  if (words.length < 2 || words.length > longest || isInvitation(words)) return false;
  return mark.test(words) || starts.test(words.replace(/^[¿¡"“„«「『]+/u, '')) || eastAsian.test(words.replace(/[。.!！]+$/u, ''));
}

const faqWords =
  /\bfaqs?\b|q\s?&\s?a\b|frequently[\s_-]+asked|common[\s_-]+questions|h(?:ä|ae)ufige?[\s_-]+(?:gestellte[\s_-]+)?fragen|fragen[\s_-]+(?:und|&)[\s_-]+antworten|questions?[\s_-]+fr(?:é|e)quentes?|foire[\s_-]+aux[\s_-]+questions|preguntas[\s_-]+(?:m(?:á|a)s[\s_-]+)?frecuentes|perguntas[\s_-]+frequentes|(?:dúvidas|duvidas)[\s_-]+frequentes|часто[\s_-]+задаваемые|вопросы?[\s_-]+и[\s_-]+ответы?|вопрос[\s_-]ответ|الأسئلة[\s_-]+(?:الشائعة|المتكررة)|常见问题|常見問題|问答|よくある(?:ご)?質問|質問集/iu;
const helpSegment =
  /^(?:help|support|faqs?|hc|kb|knowledge-?base|help-?cent(?:er|re)|hilfe|service|aide|assistance|ayuda|soporte|ajuda|suporte|pomoc|pomoshch|spravka|bangzhu)$/i;

/** True for a title, heading or address that calls its page a list of questions. */
export function namesFaq(text: string): boolean {
  return faqWords.test(text);
}

/** True where an address lies in a help centre: an article there answers its own title. */
export function isHelpAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  return [hostname.split('.')[0] ?? '', ...pathname.split('/')].some((part) => helpSegment.test(part));
}
