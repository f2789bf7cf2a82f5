import { fold } from './fold.ts';
import type { Language } from './locale.ts';

/**
 * Words that carry grammar rather than a topic, the most frequent ones of each language. They count for little in
 * retrieval and tell Latin-script languages apart in a short question. Question words are among them: "how" stands in
 * half of all questions.
 */
const lists: Record<Language, string> = {
  en: 'a an the and or but if of at by for with about to from in on off as is are was were be been being am do does did doing done have has had having i me my mine we us our you your he she it its they them their this that these those there here what which who whom how when where why can could will would shall should may might must not no nor so than too very just also any some im ive id dont doesnt didnt cant cannot wont couldnt wouldnt isnt arent wasnt hasnt havent hi hello hey please thanks thank get got',
  zh: '的 了 吗 呢 吧 啊 呀 么 是 在 我 你 您 他 她 它 我们 你们 这 那 这个 那个 有 和 与 或 就 都 也 还 很 会 能 可以 可 要 想 把 被 给 对 从 到 什么 怎么 怎样 如何 为什么 哪里 哪儿 哪个 多少 几 请问 请 一下 一个 个 不 没 没有 是否 以 而 但 但是 如果 因为 所以',
  es: 'el la los las un una unos unas y e o u de del a al en con por para sin sobre que qué como cómo cuando cuándo donde dónde cual cuál quien quién cuanto cuánto cuánta es son era fue ser estar está están estoy hay he ha han haber tengo tiene tienen tener mi mis tu tus su sus me te se lo le les nos yo usted ustedes este esta esto ese esa eso si sí no ni pero más muy ya puedo puede pueden hacer hago hola gracias favor quiero',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber wenn von vom zu zum zur in im an am auf aus bei mit nach für über um durch ist sind war waren sein bin hat habe haben hatte wird werden wurde kann können könnte konnte muss müssen soll sollte will möchte ich mich mir mein meine meinen meinem meiner du dich dir sie ihr ihre ihnen er es wir uns unser man was wie wo wer wann warum wieso welche welcher welches nicht kein keine noch schon auch nur so dass da hier bitte danke hallo',
  fr: 'le la les l un une des du de d et ou mais si à au aux en dans par pour sur avec sans que qu quoi qui quel quelle quels quelles comment quand où pourquoi combien est sont était être suis es êtes ai as a avons avez ont avoir je j me m mon ma mes moi tu te ton ta vous votre vos il elle on nous notre nos ils elles leur ce c cet cette ces ça se s ne n pas plus y peut peux puis pouvez faire fait dois faut bonjour merci svp plaît est-ce',
  pt: 'o a os as um uma uns umas e ou mas se de do da dos das em no na nos nas por pelo pela para pra com sem sobre que quê como quando onde qual quais quem quanto quanta é são era foi ser estar está estão estou tem têm tenho ter há eu me meu minha meus minhas tu você vocês seu sua seus suas ele ela nós nosso isso isto esse essa este esta não sim já mais muito posso pode podem fazer faço olá oi obrigado obrigada favor quero',
  ar: 'في من على إلى الى عن مع هل ما ماذا كيف متى أين اين لماذا كم أي اي هذا هذه ذلك تلك التي الذي أن ان إن لا لم لن ليس ليست هو هي هم أنا انا أنت انت نحن كان كانت يكون قد و أو او ثم لكن إذا اذا عند بعد قبل كل لي لك له لها عندي لدي يمكن يمكنني يمكنك أريد اريد مرحبا شكرا من فضلك يا بي',
  ru: 'и а но или если в во на с со к ко по за из от до у о об для при без под над через что чего чему как когда где куда откуда кто какой какая какое какие сколько почему зачем ли же бы не ни нет да я мне меня мой моя мое мои мы нас нам наш вы вас вам ваш он она оно они его ее их это этот эта эти тот то быть был была было были есть будет можно могу может можете нужно надо хочу уже еще только очень здравствуйте привет спасибо пожалуйста',
  ja: 'の は が を に へ と で も や から まで より か ね よ な だ です ます でした ました ません ない する した して いる ある この その あの どの これ それ あれ どれ ここ そこ どこ 何 なに なん いつ 誰 だれ どう なぜ どうして どうやって いくら いくつ 私 こと もの ため よう さん ください できます でき たい と は 教え 教えて て 方法 知り 知りたい ほしい 欲しい いい よい でしょう れ られ せ ば けど ので お ご',
};

function folded(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map((word) => fold(word.replaceAll("'", ''))));
}

const sets = new Map<Language, ReadonlySet<string>>();

/** The folded function words of a language. */
export function functionWords(language: Language): ReadonlySet<string> {
  let set = sets.get(language);
  if (set === undefined) {
    set = folded(lists[language]);
    sets.set(language, set);
  }
  return set;
}
