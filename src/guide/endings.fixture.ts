/** What visitors say in the middle of a guide once the fault is gone, and what only sounds like it; written by hand. */
export const endings: Readonly<
  Record<string, { readonly gone: readonly string[]; readonly not: readonly string[]; readonly tried: string }>
> = {
  en: {
    gone: [
      'it works now, thanks',
      'it is fixed',
      'good, the problem is gone now',
      'never mind, it works again',
      'oh wait, everything is working again!',
      'I fixed it myself',
      'problem solved thanks',
      'All sorted now.',
      'it’s gone now thanks!',
    ],
    not: ['it works now but the light is red', 'it is gone', 'not fixed', 'it still happens', 'the sound works'],
    tried: 'already tried that',
  },
  zh: {
    gone: ['好了', '现在好了，谢谢', '问题解决了', '已经修好了', '自己好了', '现在可以用了', '现在消失了谢谢'],
    not: ['还是不行', '没好', '好像是左边', '修不好'],
    tried: '已经试过了',
  },
  es: {
    gone: [
      'ya funciona, gracias',
      'ya está arreglado',
      'problema resuelto',
      'ahora va bien',
      'lo he solucionado',
      'ha vuelto a funcionar',
      'ya se fue gracias',
    ],
    not: ['ya no funciona', 'no está arreglado', 'sigue igual', 'ahora está rojo'],
    tried: 'ya lo probé',
  },
  de: {
    gone: [
      'es geht jetzt wieder, danke',
      'Problem gelöst',
      'hat sich erledigt',
      'jetzt funktioniert es',
      'Das Problem ist weg',
      'ist behoben',
      'es ist jetzt weg danke!',
    ],
    not: ['geht immer noch nicht', 'das Licht ist weg', 'jetzt ist es rot', 'nicht behoben'],
    tried: 'schon probiert',
  },
  fr: {
    gone: [
      'ça marche maintenant, merci',
      'c’est réglé',
      'problème résolu',
      'tout fonctionne à nouveau',
      'le problème a disparu',
      'ça a disparu merci',
    ],
    not: ['ça ne marche toujours pas', 'le son marche', 'c’est rouge maintenant', 'pas réglé'],
    tried: 'déjà essayé',
  },
  pt: {
    gone: [
      'agora funciona, obrigado',
      'já está resolvido',
      'problema resolvido',
      'voltou a funcionar',
      'o problema sumiu',
      'agora sumiu obrigado',
    ],
    not: ['ainda não funciona', 'agora está vermelho', 'não resolveu', 'voltou o barulho'],
    tried: 'já tentei isso',
  },
  ru: {
    gone: ['теперь работает, спасибо', 'проблема решена', 'уже починил', 'всё заработало', 'проблема исчезла', 'уже прошло спасибо'],
    not: ['всё ещё не работает', 'теперь красный', 'не решено', 'работает с перебоями'],
    tried: 'уже пробовал',
  },
  ar: {
    gone: ['يعمل الآن، شكرا', 'تم حل المشكلة', 'اختفت المشكلة', 'عاد للعمل', 'المشكلة انحلت'],
    not: ['لا يزال لا يعمل', 'الآن أحمر', 'لم تحل المشكلة'],
    tried: 'جربت ذلك',
  },
  ja: {
    gone: [
      '直りました、ありがとう',
      '解決しました',
      'もう直った',
      '使えるようになりました',
      '問題は解決しました',
      '今は消えましたありがとう',
    ],
    not: ['まだ直りません', '今は赤い', '解決しません'],
    tried: 'もう試しました',
  },
};
