import type { TongueData } from './tongue-data.ts';

export const es: TongueData = {
  replies: {
    yes: 's|si+|sip|sep|claro(?: que si)?|por supuesto|efectivamente|exacto|exactamente|correcto|asi es|vale|desde luego|afirmativo|cierto|verdad|eso es|creo que si|parece que si|siempre|ok|okay|sin duda|totalmente|ambos|verdadero',
    no: 'n|no|nop+|nop?e|nunca|jamas|ning[uo]n[oa]?|nada|tampoco|negativo|que va|para nada|en absoluto|creo que no|todavia no|aun no|ni|falso',
    affirms:
      'lo (?:es|esta|tiene|hace|hice|he hecho)|(?:esta|es|hay|tiene|funciona|puedo|estan|son)|ya lo hice|hecho|lo veo|se (?:ve|oye|enciende)',
    not: 'no|nunca|jamas|ning[uo]n\\w*|nada|tampoco|sin|ni|nadie|falta|faltan|falla|imposible',
    notNot: 'sin problemas?|no hay problemas?|no solo|sin duda|nada (?:raro|anormal|roto)',
    unsure:
      'no lo se|no se(?=$| *[,.!]| (?:si|como|que|cual|donde|bien|exactamente|decir))|no (?:lo )?(?:sabria|recuerdo|entiendo)|ni idea|no estoy (?:muy |del todo )?segur[oa]|no (?:lo )?tengo (?:muy )?claro|quiza[s]?|tal vez|a lo mejor|puede (?:ser|que)|dificil de decir|no sabria decir|no (?:lo )?puedo (?:saber|comprobar)|quien sabe|no me acuerdo|no me he fijado|ni zorra|no (?:puedo|consigo|alcanzo a) (?:ver(?:lo)?|mirar|leer|medir)(?: .*)?|no (?:le )?se decir|vete tu a saber|no tengo (?:termometro|regla|con que medir)|no distingo|ya no se ve|no (?:lo )?he (?:mirado|medido|contado|comprobado)|daltonic[oa]|no estoy en casa',
    how: 'como (?:lo |se |puedo )?(?:compruebo|miro|veo|hago|hace|se|puedo|verifico|reviso|sabe)?|donde(?: esta| veo| encuentro)?|que (?:significa|quiere|es|son)|cual|a que te refieres|explica(?:me)?|no entiendo la pregunta|dime como|ensename|por donde|en que|cuanto (?:tiempo|tiene|hay)|se puede|(?:tengo|hay) que|cual(?:es)?|con que',
    why: 'por ?que|para que|que importa|es importante|que tiene que ver|(?:y )?eso que|que mas da|a santo de que|que importa|para que',
    back: '(?:volver |ir |vamos )?(?:hacia )?atras|volver|vuelve(?: atras)?|anterior|pregunta anterior|paso anterior|deshacer|retroceder',
    restart: 'empezar de (?:nuevo|cero)|empecemos de nuevo|reiniciar|desde el principio|de nuevo desde el principio|volver a empezar',
    skip: 'saltar?|salta(?:r)? (?:esta|eso|la pregunta)|siguiente(?: pregunta)?|pasar?|paso|omitir|otra pregunta',
    stop: 'parar?|para|basta|cancelar?|cancela|salir|terminar|dejalo|olvidalo|da igual|dejemoslo|me rindo',
    tried:
      '(?:ya )?(?:lo |la )?(?:he )?(?:probado|intentado|hecho|cambiado|comprobado|revisado|probe|intente|hice|cambie)(?: ya)?|ya (?:lo |la )?(?:he |probe|hice|intente|cambie|revise).*',
    asksDone: '(?:ha|has|han) (?:\\p{L}+ )?\\p{L}+(?:ado|ido|echo|isto|uesto)|probo|intento',
    correction:
      '(?:no |ah |oh |ay )*(?:espera|espere|perdon|perdona|en realidad|mejor dicho|me equivoque|quise decir|queria decir|rectifico|corrijo)',
    solved:
      '(?:ya |ahora |todo )*(?:funciona|esta (?:arreglado|resuelto|solucionado|bien)|va bien|se (?:arreglo|soluciono|ha (?:arreglado|solucionado|ido))|resuelto|solucionado|arreglado|perfecto|genial|listo|excelente|gracias.*)|me ha (?:servido|funcionado)|ha funcionado|funciono|eso (?:era|lo arreglo)',
    mended:
      '(?:(?:ya|ahora|todo|el|problema|se|esta|ha|quedo|fue) )*(?:arreglad[oa]|solucionad[oa]|resuelt[oa]|arreglo|soluciono|resolvio)(?: (?:ya|sol[oa]|ahora|el problema))*|(?:el )?problema (?:ya )?(?:desaparecio|se fue|ha desaparecido)|ya no (?:pasa|ocurre|sucede|falla)|(?:ya )?lo (?:he )?(?:arregle|solucione|resolvi|arreglado|solucionado|resuelto)',
    worksAgain:
      '(?:(?:ya|ahora|todo) )+(?:me )?(?:funcionan?|va|van|anda|esta bien)(?: (?:bien|perfecto|perfectamente|otra vez|de nuevo|ya|ahora))*|(?:funcionan?|va|van|anda)(?: bien)? (?:ya|ahora|de nuevo|otra vez)|(?:ha vuelto|vuelve|volvio) a funcionar|ya (?:se fue|ha desaparecido|desaparecio)',
    unsolved:
      'sigue|todavia|aun|igual|lo mismo|el mismo problema|no (?:ha |se |me |lo )?(?:funciona\\w*|sirv\\w*|arregl\\w*|solucion\\w*|ayud\\w*|cambi\\w*|mejor\\w*)|sin (?:exito|cambios?|suerte)|nada|peor|otra vez|persiste|continua',
    good: 'bien|bueno|buena|normal(?:mente)?|funciona(?:n)?|correct[oa]s?|perfect[oa]|limpi[oa]s?|nuev[oa]s?|firme|intact[oa]|estable|en orden|ok|como nuev[oa]|impecable|de maravilla|estupend[oa]|genial|reluciente|brillante|luce|brilla|enter[oa]s?|sec[oa] del todo|a tope|llen[oa]s?|sin (?:problemas?|pegas)|tranquil[oa]|al dia|actualizad[oa]|llego|recibid[oa]|cobrad[oa]|cargad[oa]|fij[oa]s?|bien (?:puesto|metido|apretado|cerrado)|suave|sobrad[oa]',
    bad: 'apagad[oa]s?|mal|mala?|malo|rot[oa]s?|muert[oa]|averiad[oa]|dañad[oa]|danad[oa]|problemas?|fallos?|falla|error|errores|fuga|suci[oa]s?|floj[oa]s?|suelt[oa]s?|gastad[oa]s?|quemad[oa]|oxidad[oa]|ruidos?|humo|atascad[oa]|debil|roza|roces?|engancha(?:do)?|enganchad[oa]|tira(?:do)?|caid[oa]|se (?:cae|sale|cuelga|apaga|suelta|atasca|afloja)|golpe[as]?|golpead[oa]|rayad[oa]s?|rayaduras?|aranazos?|grietas?|rajad[oa]s?|agujeros?|moho|huele|apesta|peste|mojad[oa]s?|humed[oa]s?|gotea|gotera|charco|vaci[oa]s?|sec[oa]s?|negr[oa]|oscur[oa]|torcid[oa]s?|doblad[oa]s?|partid[oa]s?|agrietad[oa]s?|corroid[oa]s?|sarro|cal|mugre|porqueria|pelusa|polvo|cojea|baila|chirria|cruje|traquetea|silba|zumba|rechazad[oa]|denegad[oa]|caducad[oa]|bloquead[oa]|retrasad[oa]|perdid[oa]|jodid[oa]|fatal|hecho polvo|agotad[oa]|descargad[oa]|frit[oa]|pelad[oa]|borros[oa]',
    opposites:
      'solo/tambien solo/siempre encendid[oa]s?,prendid[oa]s?,activad[oa]s?,arde/apagad[oa]s?,desactivad[oa]s?,oscur[oa]s? abiert[oa]s?/cerrad[oa]s? vaci[oa]s?,baj[oa]s?,sec[oa]s?,minimo/llen[oa]s?,maximo,suficiente,normal caliente,calientes/fri[oa]s?,helad[oa]s?,tibi[oa]s? nuev[oa]s?,reciente/viej[oa]s?,antigu[oa]s?,original suelt[oa]s?,floj[oa]s?/apretad[oa]s?,firme,fij[oa]s? limpi[oa]s?/suci[oa]s?,polvo,mugre,atascad[oa]s?,oxidad[oa]s? atascad[oa]s?,obstruid[oa]s?,bloquead[oa]s?/libre,limpi[oa]s?,vaci[oa]s? bland[oa]s?,esponjos[oa]s?/dur[oa]s?,firme doblad[oa]s?,torcid[oa]s?/rect[oa]s? gastad[oa]s?,desgastad[oa]s?/nuev[oa]s? mojad[oa]s?,gotea,charco,fuga,pierde/sec[oa]s? alt[oa]s?/baj[oa]s? arriba/abajo dentro/fuera rapid[oa]/lent[oa] izquierd[oa]/derech[oa] conectad[oa]s?,enchufad[oa]s?/desconectad[oa]s?,desenchufad[oa]s? fij[oa]s?/parpadea,parpadeando cargad[oa]s?/descargad[oa]s?,vaci[oa]s? siempre,constantemente/veces,raramente manual/automatic[oa] igual/diferente todos,todas,todo/un[oa]?,solo,alguno,algunos gira,funciona,mueve/parad[oa],quiet[oa] oye,ruido,sonido,zumba/silencio,callad[oa] fuerte/debil siempre,constantemente,todo_el_rato,todo_el_tiempo,continuamente,sin_parar,cada_vez/a_veces,de_vez_en_cuando,alguna_vez,a_ratos,ocasionalmente siempre,constantemente,a_veces,a_menudo/nunca,jamas,ninguna_vez',
    more: 'mas de|mas que|por encima de|superior a|al menos|como minimo|mayor que|o mas|supera',
    less: 'menos de|menos que|por debajo de|inferior a|como mucho|como maximo|menor que|o menos|hasta|no llega a|no llega a|ni (?:siquiera|llega)|apenas',
    numbers:
      '0:cero 1:uno 2:dos|par 3:tres 4:cuatro 5:cinco 6:seis 7:siete 8:ocho 9:nueve 10:diez|decena 11:once 12:doce|docena 13:trece 14:catorce 15:quince 16:dieciseis 17:diecisiete 18:dieciocho 19:diecinueve 20:veinte|veintena 21:veintiuno 22:veintidos 23:veintitres 24:veinticuatro 25:veinticinco 26:veintiseis 27:veintisiete 28:veintiocho 29:veintinueve 30:treinta 40:cuarenta 50:cincuenta 60:sesenta 70:setenta 80:ochenta 90:noventa 100:cien|ciento|centenar 200:doscient[oa]s 300:trescient[oa]s 400:cuatrocient[oa]s 500:quinient[oa]s 600:seiscient[oa]s 700:setecient[oa]s 800:ochocient[oa]s 900:novecient[oa]s 1000:mil',
    units:
      'second:segundos?|seg minute:minutos? hour:horas? day:dias? week:semanas? month:mes(?:es)? year:anos?|anitos? decade:decadas? millimetre:milimetros? centimetre:centimetros? kilometre:kilometros? metre:metros? inch:pulgadas? foot:pies mile:millas? gram:gramos? kilogram:kilos? pound:libras? millilitre:mililitros? litre:litros? megabyte:megas? gigabyte:gigas? bar:bares fahrenheit:(?:grados?_)?fahrenheit celsius:(?:grados?_)?(?:celsius|centigrados?) volt:voltios? amp:amperios? watt:vatios?',
    numberJoint: 'y',
    numberEnd: 'veces',
    decimalPoint: 'coma|punto',
    minus: 'menos',
    ordinals: 'primer[oa]?/segund[oa]/tercer[oa]?/cuart[oa]/quint[oa]/ultim[oa]/(?:del )?medio',
    aroundOrdinal: '(?:de la lista|su|es|la|el|lo|numero|opcion|respuesta|elijo|diria|creo que|por favor)',
    half: 'medi[oa]',
    quarter: 'cuarto',
    oneAndHalf: 'uno? y medi[oa]',
    andHalf: 'y medi[oa]',
    single: 'una?',
    mistake: 'me equivoque|estaba equivocad[oa]|queria decir|error mio',
    before: '(?:la |lo |mi )*(?:ultima|anterior|antes)(?: (?:pregunta|respuesta))?|(?:pregunta|respuesta) anterior',
    acknowledges:
      '(?:ok|vale|bien|de acuerdo|bueno|hecho|ya esta hecho|entendido|listo|un momento(?: .*)?|(?:voy a|dejame|lo voy a) (?:probar|ver|mirar|intentar)(?: .*)?|ya lo hice)',
    danger:
      'humo|fuego|llamas|chispas?|chispazos?|descarga electrica|calambrazo|huele a (?:quemado|gas|humo)|olor a (?:quemado|gas|humo)|explot\\S*|hinchad[oa]|derretid[oa]|incendi\\S*',
    filler:
      'pues|bueno|eh+|ah|oh|mm+|hola|creo que|me parece que|la verdad|a ver|por favor|desgraciadamente|lamentablemente|ahora|entonces|y|es que|vale',
    but: 'pero|aunque|sin embargo|y|porque|excepto',
  },
  phrases: {
    dontKnow: 'No lo sé',
    isGone: 'Sí, se ha solucionado',
    isNotGone: 'No, sigue igual',
    isItGone: '¿Se ha solucionado?',
    isItStillGone: 'La última vez lo arreglamos. ¿Sigue solucionado?',
    untilThen: 'Mientras tanto',
    soItStays: 'Para que no vuelva a ocurrir',
    howToCheck: 'Cómo comprobarlo',
    notUnderstood: 'No he entendido qué respuesta es.',
    pickOne: 'Elija la respuesta que mejor encaje.',
    noHow: 'No tengo instrucciones para esta comprobación. Si no puede comprobarlo, diga que no lo sabe.',
    whyAsked: 'La respuesta indica qué causa buscar a continuación.',
    firstStep: 'Esta es la primera pregunta; no hay nada que deshacer.',
    wentBack: 'Un paso atrás.',
    restarted: 'Desde el principio.',
    corrected: 'Anotado, he cambiado esa respuesta.',
    noted: 'Anotado.',
    recheck: 'Nada de eso ha servido; comprobemos esto una vez más.',
    whatCameOfIt: '¿Y qué ha visto?',
    goOnWith: '¿Seguimos con «{guide}»?',
    passedOver: 'Sigo sin esa respuesta.',
    guideChanged: 'Estos pasos han cambiado entretanto; sigo a partir de las respuestas que aún valen.',
    guideKept: 'Estos pasos han cambiado entretanto; termina con los que empezó.',
    fixedIt: 'Bien. El fallo ha desaparecido.',
    cancelled: 'He dejado de buscar el fallo.',
    notFound: 'No he podido encontrar la causa.',
    needsPerson: 'A partir de aquí hace falta una persona.',
    danger: 'Deje de usarlo por ahora; tiene que verlo una persona.',
    careful: 'Cuidado: si no está seguro de cómo hacerlo sin peligro, déjelo a una persona.',
    reasonGuideFits: 'Sus palabras encajan con la guía «{guide}» ({percent} % de seguridad).',
    reasonGuideStep: 'Se deduce de sus respuestas en la guía «{guide}».',
    reasonGuideNotFound: 'La guía «{guide}» no tiene nada más que probar.',
    reasonGuidePerson: 'La guía «{guide}» dice que tiene que verlo una persona.',
  },
};
