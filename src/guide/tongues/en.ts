import type { TongueData } from './tongue-data.ts';

export const en: TongueData = {
  replies: {
    yes: 'y|yes|yess+|yeah+|yea|yep|yup|ya|sure|of course|definitely|absolutely|correct|right|indeed|exactly|certainly|true|positive|affirmative|aye|uh huh|ok|okay|mhm|it sure (?:is|does)|i (?:think|believe|guess|suppose) so|looks like it|seems (?:so|like it|to)|pretty much|totally|always|all of them|both',
    no: 'n|no|nope|noo+|nah+|nay|negative|false|never|none|neither|not (?:really|yet|at all|that|any|even|anymore)|not|nothing|afraid not|(?:i )?do not think so|doubt it|hardly|absolutely not|definitely not|of course not|certainly not|nada|zero',
    affirms:
      '(?:it|that|this|he|she) (?:is|does|has|did|was|will|can|would|do|works?|looks? (?:like it|good|fine|ok))|(?:they|those|these|we|you) (?:are|do|have|did|were|can|will)|i (?:do|did|have|can|am|could|was|already did|already have)|there (?:is|are|was)|i (?:can )?(?:see|hear|feel|smell|found|checked) (?:it|that|them|one|some)|(?:have )?done(?: that| it| so)?|(?:i )?did (?:that|it|so)',
    not: 'not|no|never|none|nothing|neither|nor|without|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|wont|hasnt|havent|couldnt|wouldnt|unable|nobody|nowhere|fails?|failed|refuses?|zero|lacks?|missing|absent',
    notNot:
      'no problems?|not only|no doubt|no trouble|why not|no issues?|nothing (?:wrong|unusual|abnormal|broken|damaged)|not bad|without (?:a |any )?(?:problems?|issues?|trouble)',
    unsure:
      '(?:i )?(?:really )?(?:do not|dont|donot|did not|didnt) (?:really )?(?:know|remember|recall|understand)|dunno|idk|no idea|no clue|not (?:so |too |really |quite |entirely |100% |very )?(?:sure|certain|clear)|unsure|uncertain|(?:i )?(?:can ?not|cant|could not|couldnt) (?:really )?(?:tell|say|remember)|hard to (?:say|tell)|maybe|perhaps|possibly|who knows|beats me|have not (?:checked|looked)|havent (?:checked|looked)|no way to (?:tell|know|check)|(?:can ?not|cant) (?:check|find out)|(?:i )?would not know|how would i know|(?:can not|could not) (?:see|reach|get to|read|check) (?:it|that|there|back|behind|from)(?: .*)?|never (?:timed|checked|looked|counted|measured|noticed|paid attention)|not (?:good enough|home|at home)(?: .*)?|no way of (?:telling|knowing)|i am (?:at work|away|not at home)|not (?:my|mine)|(?:somebody|someone) else|did not (?:notice|count|check|look)|too (?:dark|faded|high up) to (?:see|read|tell)|colou?r blind',
    how: 'how (?:do|can|would|could|should|will|to) (?:i|you|we|one)?|how (?:exactly|so)|how|what (?:do|does|did) (?:you|that|it|this) mean|what is (?:that|this|it|an?|the)|what are|whats|what (?:should|do|would|am) i|where (?:is|are|do|can|would|should|exactly)|where|which (?:one|part|cable|button|side)|what kind of|can you explain|explain|help me (?:check|find)|i do not (?:understand|get) (?:the question|what|it)|show me|tell me how|which|what (?:sort|kind|counts|size|exactly)|(?:do|should|must|can|am) i (?:have to|need to|hold|press|open|take|use|supposed|check|look|run|measure)|does (?:it|that) count|how (?:hard|long|tight|far|deep|many)',
    why: 'why|what for|what is (?:the )?(?:reason|point)|does (?:it|that) matter|is that (?:relevant|important|necessary)|what (?:has|have|does|do) .* (?:got )?to do with|how is that related|hows that related|what difference|what do you need (?:that|it|this) for|why (?:do|would|does|is|are)|(?:so |and )?what if',
    back: '(?:(?:i (?:want|would like) to|let us|can (?:we|i)|please) )?(?:go |take me )?back|(?:the )?previous(?: question| step)?|undo(?: that)?|one step back|last question|(?:i )?(?:made|that was) a mistake',
    restart:
      '(?:let us |lets )?(?:re)?start (?:over|again|from (?:the )?(?:beginning|start|scratch))|restart|begin again|from the (?:beginning|start|top)|reset',
    skip: 'skip(?: (?:this|it|that|the question|ahead))?|next(?: question| one)?|pass|move on|go on|ask (?:me )?something else|can ?not (?:check|test|do) (?:that|this|it)(?: (?:right )?now)?',
    stop: 'stop(?: it| this)?|cancel|quit|exit|end|abort|never ?mind|forget (?:it|about it)|leave it|i give up|enough|that is enough|no more questions',
    tried:
      '(?:i )?(?:have |had |ve )?(?:already|just) (?:tried|done|did|checked|replaced|changed|reset|restarted|done that)|(?:i )?(?:have |ve )?(?:tried|done) (?:that|this|it|already)|already|did that|been there',
    asksDone: '(?:have|did) you|(?:has|have) .{1,40} been',
    correction:
      '(?:oh |ah |no |hm+ |oops )*(?:wait|hang on|hold on|sorry|actually|correction|my mistake|i was wrong|scratch that|i meant|i misspoke|let me correct)(?: no)?',
    solved:
      '(?:that|this|it|which|now|and it|everything|all) ?(?:has |have |is |was |s )?(?:now |all )?(?:fixed|solved|resolved|sorted|helped|did (?:it|the trick|the job|help)|worked|works?|working|gone|good|fine|ok|okay|running|back)(?: (?:it|now|again|fine|great|perfectly|like a charm|the problem|my problem))*|fixed|solved|problem (?:is )?(?:solved|gone|fixed)|working|works|worked|success|great|perfect|hooray|awesome|excellent|brilliant|(?:it is|its|all) gone|back to normal|no more problems?|thank(?:s| you)(?: .*)?',
    mended:
      '(?:(?:it|that|this|everything|all|(?:the |my )?(?:problem|issue|fault)) )?(?:(?:is|has been|was|got|seems|seems to be) )?(?:(?:now|all|already|finally) )*(?:fixed|solved|resolved|sorted(?: out)?|repaired|back to normal)(?: (?:now|again|itself|already|by itself))*|(?:i )?(?:have )?(?:just )?(?:fixed|solved|sorted|repaired) (?:it|that|the (?:problem|issue))(?: (?:myself|now|already|out))*|(?:the )?(?:problem|issue|fault) (?:is |has )?(?:gone|went away|disappeared|vanished)(?: now)?|no more (?:problem|issue)s',
    worksAgain:
      '(?:(?:it|everything|all|they|this|that|now|is|are|seems to be|just|suddenly|finally|started) )*(?:works?|working|worked|fine|okay|ok)(?: (?:fine|perfectly|properly|all right))?(?: (?:now|again|once more))+|(?:now|suddenly|finally) (?:it|everything|all) (?:just )?works|(?:it|this|that|the (?:problem|issue|fault)) (?:is |has )?(?:all )?gone now',
    unsolved:
      'still|same (?:problem|issue|thing|result|as before)|the same|(?:did|does|do|has|is|was) not|didnt|doesnt|no (?:luck|change|difference|improvement|joy|success|better)|not (?:fixed|solved|working|better|gone|yet)|nothing changed|unchanged|came back|comes back|keeps|persists?|remains|again|made no|to no avail|in vain|worse',
    good: 'fine|good|ok|okay|normal(?:ly)?|works?|working|alright|great|perfect(?:ly)?|healthy|intact|solid|well|properly|correctly|new|clean|tight|secure|steady|in order|smooth(?:ly)?|spotless|excellent|brand new|tested|replaced|holds|snug|shiny|clicks (?:in|shut)|where it should be|spec|healthy|strong|plenty|enough|no problem|happily|merrily|like (?:new|a charm|a dream)|bright(?:ly)?|all (?:good|well|clear)|up and running|humming along|whole|pristine|immaculate|in one piece|up to date|arrived|went through|confirmed|accepted|charged|loads|crystal clear|dry',
    bad: 'dead|off|broken|bad|wrong|fault(?:y|s)?|damaged?|problems?|issues?|errors?|stuck|leak(?:s|ing)?|dirty|loose|worn|burnt|burned|cracked|corroded|corrosion|defective|trouble|weak|noisy?|noises?|overheat(?:s|ing)?|rust(?:y|ed)?|smok(?:e|ing)|warning|struggl(?:es|ing)|poor(?:ly)?|blank|silent|low|soft|spongy|mushy|empty|flat|hot|burning|cold|bent|kinked|crooked|twisted|blocked|clogged|jammed|seized|frozen|swollen|drips?|dripping|wet|moist|puddle|old|noise|loud|dust(?:y)?|fluff|lint|filthy|gunk|grime|crack|hole|tears?|torn|frayed|melted|scorched|drained|drains?|missing|unstable|slow(?:ly)?|flickers?|shakes?|wobbl(?:es|y)|wiggles?|drags?|stiff|ajar|disabled|inactive|greyed|red x|silence|dies|died|pulls?|drifts?|skips?|slips?|sticks?|won|just sits|only a click|clicking|catch(?:es|ing)?|hook(?:s|ed)?|snags?|squash(?:ed|ing)?|slipped|fell|falls? (?:off|out)|dropped|ran out|runs out|manky|mouldy|moldy|shabby|stinks?|smells?|reeks?|pitch black|black|dark|bare|soaked|flooded|scratch(?:ed|es)?|dent(?:ed|s)?|chipped|crooked|out of (?:ink|paper|fuel|order)|lost|rattles?|squeaks?|squeals?|grinds?|grinding|hisses|buzz(?:es|ing)?|unresponsive|frozen|crash(?:es|ed)?|declined|rejected|refused|bounced|expired|overdue|delayed',
    opposites:
      'only/always only/also on,enabled,active,activated,lit,glows,glowing/off,disabled,inactive,greyed,unlit,dark,dead open,ajar/closed,shut,latched,locked low,empty,dry,below,minimum,hardly,nothing_left/full,plenty,max,maximum,enough,fine,ok,okay,good,normal hot,warm,boiling,burning/cold,cool,lukewarm,freezing,frozen new,recent,newer,young,younger/old,older,original,ancient,aged soft,spongy,mushy/hard,firm,solid,stiff tight,snug,firm,firmly,secure,securely/loose,wobbly,wobbles,wiggles,wiggly,slack clean,spotless,clear,shiny,free_of/dirty,dusty,filthy,grimy,clogged,full_of,covered,corroded,gunk,fuzz,greasy dust,dirt,dusty,dirty,clogged,filthy,lint,fluff/clean,clear,spotless blocked,clogged,jammed,obstructed,plugged_up,full_of/clear,clean,free,empty,open,freely stuck,jammed,seized,wedged/free,freely,moves,loose,springs,pops freely,smoothly,easily/stiff,stuck,jammed,sticks,drags,yank,force bent,kinked,crooked,twisted,folded,squashed,warped/straight,parallel,flat,aligned,lines_up worn,thin,worn_out,used_up/new,thick,unworn,fresh straight/crooked,bent,pulls,drifts wet,leak,leaks,leaking,leaked,drip,drips,dripping,puddle,moist,damp/dry locked/unlocked plugged,connected,attached/unplugged,disconnected,detached strong,excellent,full,great,maximum/weak,poor,faint,low,bad,barely all,every,everything,everywhere,each,both,whole,entire,entirely,completely,totally/one,only,just,some,few,others,single spin,spins,spinning,turn,turns,turning,run,runs,running,rotate,rotates,move,moves,moving/stuck,still,sits,stands,stopped,stationary,motionless hear,sound,sounds,noise,noises,beep,beeps,hum,hums,buzz,buzzing,click,clicks,rattle,rattles/silent,silence,quiet,mute see,visible,show,shows,display,displays,appear,appears/blank,black,invisible,empty,hidden online,internet,connected/offline,disconnected charged/dead,drained,flat,empty over,above,exceed,more,higher,greater/under,below,less,lower,beneath less,under,fewer,younger,shorter/more,over,above,older,longer high/low top,upper,up,above/bottom,lower,underneath,below,beneath,down inside/outside fast,quick/slow left/right before/after always,constantly,permanently,continuous,continuously,all_the_time,nonstop/sometimes,occasionally,intermittent,intermittently,rarely wired/wireless manual/automatic internal/external bright/dark,dim same/different,another start,starts/stop,stops solid,steady/blinking,flashing loud,noisy/quiet,silent front/rear,back with/without everywhere/only original,genuine/another,other,copy properly,correctly/wrongly,ajar,badly always,constantly,continuously,all_the_time,every_time,permanently,nonstop,non_stop/sometimes,occasionally,now_and_then,on_and_off,once_in_a_while,from_time_to_time,intermittently,randomly always,constantly,all_the_time,sometimes,occasionally,often/never,not_once,no',
    more: 'more than|over|above|longer than|at least|greater than|higher than|older than|exceeds?|beyond|upwards of|or more|or longer|or older|or higher|plus',
    less: 'less than|under|below|fewer than|at most|lower than|shorter than|younger than|within|up to|no more than|or less|or fewer|or lower|not even|(?:do|does|did)(?: not|nt) (?:even )?(?:reach|get to|make)|barely|just under|not quite',
    numbers:
      '0:zero 1:one 2:two|couple|pair 3:three 4:four 5:five 6:six 7:seven 8:eight 9:nine 10:ten 11:eleven 12:twelve|dozen 13:thirteen 14:fourteen 15:fifteen 16:sixteen 17:seventeen 18:eighteen 19:nineteen 20:twenty 30:thirty 40:forty|fourty 50:fifty 60:sixty 70:seventy 80:eighty 90:ninety 100:hundred 1000:thousand',
    units:
      'second:secs?|seconds? minute:mins?|minutes? hour:hrs?|hours? day:days? week:wks?|weeks? month:months? year:yrs?|years? decade:decades? millimetre:millimet(?:er|re)s? centimetre:centimet(?:er|re)s? kilometre:kilomet(?:er|re)s? metre:met(?:er|re)s? inch:inch(?:es)? foot:foot|feet mile:miles? gram:grams? kilogram:kilos?|kilograms? pound:pounds? millilitre:millilit(?:er|re)s? litre:lit(?:er|re)s? megabyte:megs?|megabytes?|megabits? gigabyte:gigs?|gigabytes?|gigabits? bar:bars fahrenheit:(?:degrees?_)?fahrenheit celsius:(?:degrees?_)?(?:celsius|centigrade|c) volt:volts? amp:amps? watt:watts? ohm:ohms?',
    numberJoint: 'and',
    numberEnd: 'times',
    decimalPoint: 'point|dot',
    minus: 'minus',
    ordinals: 'first/second/third/fourth/fifth/last/middle',
    aroundOrdinal:
      '(?:your|that|this|s|the|number|option|answer|choice|no|probably|maybe|that would be|it is|would be|i (?:would )?(?:say|pick|choose|go with|take)|one|please)',
    half: 'half',
    quarter: 'quarter',
    oneAndHalf: 'one and a half',
    andHalf: 'and a half',
    single: 'an?|one',
    mistake:
      '(?:but )?i (?:was|am|got (?:it|that)) (?:wrong|mistaken)(?: about)?|my mistake|i made a mistake|i misspoke|that was wrong|i (?:meant|mean)(?: to say)?',
    before: '(?:the |that |your |my )*(?:last|previous|earlier|first|other) (?:question|answer|one|thing|step)|before|earlier|what i said',
    acknowledges:
      '(?:ok|okay|sure|alright|all right|fine|done|will do|got it|right|understood|i will(?: try(?: that| it)?)?|let me (?:try|check|see|do that)(?: .*)?|trying(?: .*)?|(?:one|a) (?:moment|second|sec|minute)(?: .*)?|(?:i )?did (?:it|that)|i have done (?:it|that))',
    danger:
      'smoke|smoking|smokes|on fire|caught fire|flames?|sparks?|sparking|(?:electric )?shocks?|shocked|electrocuted|(?:burning|burnt|gas) smell|smell(?:s|ing)? (?:of |like )?(?:something )?(?:burning|burnt|smoke|gas)|explod(?:es|ed|ing)|exploded|swollen|swelling|bulging|bulges|melting|melted',
    filler:
      'um+|uh+|er+m?|hm+|well|oh|ah|hi|hello|hey|so|and|i think|i believe|i guess|let me (?:see|check)|please|just|honestly|unfortunately|sadly|as far as i (?:know|can (?:tell|see))|from what i can (?:tell|see)|to be honest|i am afraid|good question|thanks|ok so|okay so|ok|okay|hmm+|actually|i (?:just )?checked and|now',
    but: 'but|however|although|though|except|and|because|while',
  },
  phrases: {
    dontKnow: 'I don’t know',
    isGone: 'Yes, it is gone',
    isNotGone: 'No, it is still there',
    isItGone: 'Is it gone now?',
    isItStillGone: 'Last time we mended this. Is it still gone?',
    untilThen: 'Until that is done',
    soItStays: 'So that it does not come back',
    howToCheck: 'How to check',
    notUnderstood: 'I did not understand which answer that is.',
    pickOne: 'Please pick the answer that fits best.',
    noHow: 'I have no instructions for this check. If you cannot check it, say that you don’t know.',
    whyAsked: 'The answer tells which cause to look for next.',
    firstStep: 'This is the first question; there is nothing to undo.',
    wentBack: 'Back one step.',
    restarted: 'From the beginning.',
    corrected: 'Noted, I have changed that answer.',
    noted: 'Noted.',
    recheck: 'None of that helped, so let us make sure of this once more.',
    whatCameOfIt: 'And what did you find?',
    goOnWith: 'Shall we go on with “{guide}”?',
    passedOver: 'I go on without that answer.',
    guideChanged: 'These steps were changed in the meantime; as far as your answers still fit, I go on from them.',
    guideKept: 'These steps were changed in the meantime; you finish on the ones that you began with.',
    fixedIt: 'Good. The fault is gone.',
    cancelled: 'I have stopped looking for the fault.',
    notFound: 'I could not find the cause.',
    needsPerson: 'From here on it takes a person.',
    danger: 'Please stop using it for now; a person has to look at this.',
    careful: 'Careful: if you are not sure how to do this safely, leave it to a person.',
    reasonGuideFits: 'Your words fit the guide “{guide}” ({percent}% sure).',
    reasonGuideStep: 'It follows from your answers in the guide “{guide}”.',
    reasonGuideNotFound: 'The guide “{guide}” has nothing left to try.',
    reasonGuidePerson: 'The guide “{guide}” says that a person has to look at this.',
  },
};
