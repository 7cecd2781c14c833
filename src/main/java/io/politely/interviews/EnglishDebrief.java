package io.politely.interviews;

/**
 * The words of a debrief in English: a cue and its alternatives in a line, as regular expressions.
 */
final class EnglishDebrief {

  static final String WORDS =
      """
      ARRIVED (?:got|was|were|been) (?:there|here)|got to|arrived|(?:in|at|into|on) (?:the|their) (?:lot|car ?park|parking lot|parking|premises|site|gate|lobby)|parked|pulled (?:into|in|up)|logged (?:in|on)|signed on|dialled in|dialed in|joined|showed up|turned up|made it|clicked (?:in|the link)|came in early
      ENTERED (?:went|walked|came|stepped|headed) (?:in|inside|up to reception)|signed in|buzzed in|through the door|at reception|inside the building|checked in|badged in
      SCHEDULED set for|scheduled|booked for|supposed to (?:be|start)|appointment|was (?:meant )?for|due (?:at|to start|for)|(?:interview|meeting|call|slot|invite) (?:was|said|were)|down for|the slot|it was (?:a|an|at)|in the (?:diary|calendar)|planned for
      STARTED started|start|began|kicked off|kick-off|came (?:out|down|to get me)|fetched|collected|got me|picked me up|let me in|called (?:me )?in|took me (?:in|up|through)|got (?:going|under way|underway|started)|under way|underway|sat down|went off
      ENDED (?:was|were|got|came|back|walked) (?:back )?out(?:side)?|out (?:at|by|of there|again)|finished|finish|wrapped(?: it)?(?: up)?|(?:were|was) (?:all )?done|done (?:at|by)|over (?:at|by)|was over|left|ended|until|till|through|hung up|signed off|logged off|said goodbye|closed (?:out )?at
      ON_TIME on time|on the dot|on the nose|bang on(?: time)?|spot on|punctual(?:ly)?|right on time|to the minute|dead on
      EARLY before(?: time)?|early|beforehand|ahead of time|ahead
      LATE late|later|behind|overdue|after (?:that|the time)
      CORRECTS no|nope|wait|hang on|hold on|that's (?:wrong|not right)|sorry|actually|I mean|call it|make it|scratch that|correction|strike that|I tell a lie|or rather|let's say
      OTHER_CLOCK your (?:time|yesterday|today|end|side|morning|evening)|for you(?: lot| guys)?|(?:train|bus|flight|plane|tram|ferry)
      VIDEO video|zoom|teams|webex|google meet|skype|on screen|the link
      SET_FOR for(?: a| an)?
      ROLE (?:vice )?president|VP|SVP|EVP|C[EFTOIMRSHP]O|chief|director|manager|head|lead|leader|supervisor|controller|controllership|owner|founder|partner|engineer|recruiter|reps?|buyer|planner|foreman|superintendent|superintendant|principal|dean|nurse|matron|accountant|analyst|administrator|coordinator|officer|secretary|assistant|interim|chair(?:man|woman|person)?|board (?:guy|member|woman|man)|counsel|lawyer|architect|developer|designer|technician|chef|treasurer|boss|peer|colleague|predecessor|HR|human resources|legal|operations|finance|marketing|sales|production|purchasing|logistics|compliance|procurement|quality|engineering|people team|scheduling|specialist|consultant|associate|surgeon|doctor|professor|trustee|warden|registrar|bursar|clerk|broker|underwriter
      RUNS (?:who |she |he |they )?(?:also )?(?:runs|leads|heads(?: up)?|looks after|is in charge of|is responsible for|manages|does)
      FROM from|in|out of
      ABSENT wasn't (?:there|in|around)|was not there|didn't (?:show|come|make it|join)|couldn't (?:make it|join|come)|was (?:off sick|sick|ill|out|away|on leave)|no sign of|would be there|should have been|never (?:showed|came|joined)|next (?:one|time|round)|will be in
      MET met|meet|saw|spoke (?:to|with)|talked (?:to|with)|sat with|there (?:was|were)|it was (?:just|only)|joined|came in|with|on the (?:call|other side)|introduced|two of them|three of them|people|panel
      WHOLE_TIME (?:there )?(?:throughout|the whole (?:time|way|thing)|all the way|start to finish|from start to end|the entire time|all of it)
      AGAIN again|back again|once more|another
      OF_MINE my (?:old|former|last|previous|current|own)? ?(?:boss|manager|director|colleague|wife|husband|partner|dad|mum|mom|friend|kids?|son|daughter|missus|lead|team)
      ASKED (?:then |also |just |first |straight |next )*(?:asked|wanted to (?:know|hear|see|understand)|was asking|wondered|opened with|opened by asking|started with(?! an? \\w\\b)|started off with|kicked off with|began with|led with|asks|wants to know|pressed me on|dug into|grilled me (?:on|about)|quizzed me (?:on|about)|came at me with|threw (?:me|in)|hit me with|went(?=[:,] )|goes(?=[:,] )|was curious(?: about)?|brought up|probed|challenged me on|put it to me|inquired|enquired|picked at|poked at|pushed me on|came back to|got onto)|(?:first|second|third|last|next|final|opening|only|other|big|main) question (?:was|from)|question (?:was|from \\w+ was)|I (?:was|got) asked|I got the|had me (?=explain|walk|draw|describe|talk|do|role)
      I_ASKED I (?:\\w+ ){0,2}?asked|what I asked|(?:my|our) (?:\\w+ )?questions? (?:\\w+ ){0,3}?(?:was|were|is)|I wanted to know|I put it to|I turned (?:it|that) around|I (?:\\w+ )?wondered|I (?:\\w+ )?enquired|I (?:\\w+ )?inquired|I raised
      SEVERAL the usual(?: stuff| things| questions)?|(?:a |the )?(?:couple|few|lot|bunch|load)(?: of)?(?: \\w+){0,2}|(?:two|three|four|five|six) (?:\\w+ ){0,2}(?:ones|questions|things)|me (?:two|three|four|five|some) (?:\\w+ )?(?:questions|things)|some questions
      ASKS what|why|how|when|where|who|which|whether|do|does|did|have|has|am|are|is|can|could|would|will|tell (?:me|us)|walk (?:me|us)|talk (?:me|us)|describe|explain|give (?:me|us)|if|draw|name|sell (?:me|us)|convince|imagine
      NEXT_QUESTION (?:and )?(?:then|next|second|secondly|third|thirdly|fourth|first|firstly|last|lastly|finally|also|after that)(?: (?:one|question|thing|up))?(?: was| came| is)?
      I_SAID I(?:'d|'ve|'m|'ll)?|so I|well I|honestly I|me, I|yes,? I said|no,? I said
      THEY_SAID (?:he|she|they|and|so|then)(?: \\w+)? (?:said|says|told|goes|went|answered|replied|laughed|nodded|smiled|liked|loved|wrote|just|looked|didn't|seemed|was|were)
      FILLER me|us|about|whether|if|was|is|with|then|to|that|on|into|also|for|a question about|the question|as well|next|straight out|point blank|by|at lunch|at the end|again
      GOOD liked?(?: it| that)?|loved?(?: it| that)?|laughed|laughing|smil(?:ed|ing)|nodd(?:ed|ing)|lit up|beamed|grinned|wrote (?:it|that) down|took notes|didn't blink|impressed|good answer|great answer|right answer|(?:was|were|went) (?:really |very )?(?:good|well|great)|that one was good|nailed|delighted|landed (?:well)?|thrilled|happy with|went down well|bang on|whistled|exactly (?:what|right)|perfect|can you start|chuckled|agreed|leaned in|leant in|thumbs up|approved|hit the mark|knocked it|warmed|enthusiastic|pleased|appreciated|ate it up|spot on
      FINE okay|ok|fine|fair enough|a draw|all right|alright|moved on|no reaction|so-so|decent|adequate|acceptable|didn't dig|passable|middling|average|neutral|sorry to hear|nothing special
      WEAK fumbled|couldn't (?:answer|say|think|come up)|didn't (?:have (?:a|an) (?:good|real|answer|great)|know|land|go (?:well|down))|no (?:good )?answer|textbook|glib|waffled?|rambled?|blank(?:ed)?|stumbled|tripped|stuck|mumbled|should(?:'ve| have)|damn|botched|blew|messed up|flat|weak|froze|choked|vague|rough|clumsy|babbled|frowned|squinted|winced|unconvinced|not (?:my best|great|good|convincing|impressed|happy|sure that)|made (?:something|it) up|poor|badly|awkward|dodged|ducked|rolled (?:his|her|their) eyes|no idea|went nowhere|didn't like|raised an eyebrow|struggled|bombed|lame|fluffed|missed (?:it|that)|caught me|mm
      VIBE vibes?|energy|atmosphere|mood|feel(?:ing)?|felt|chemistry|mixed bag|overall|tone|impression|rapport|room was|came away
      POSITIVE good|great|easy|warm|friendly|beaut|laughing|laughs?|laughter|strong|positive|lovely|nice|relaxed|excellent|fantastic|pleasant|welcoming|best|brilliant|fun|enjoyed|comfortable|open|super|clicked|wonderful|walked me to|genuine|encouraging|hit it off|smiles|upbeat|kind|terrific
      NEGATIVE sour|cold|bad|awful|tense|hostile|rude|stiff|uncomfortable|awkward|frosty|negative|off|terrible|chilly|unpleasant|grim|icy|poor|distant|bored|hostility|arrogant|dismissive|on (?:his|her|their) phone|checking (?:his|her|their) (?:watch|phone)|interrogation|cool
      NEUTRAL neutral|polite|couldn't read|hard to (?:read|tell|say)|professional|businesslike|correct|so-so|neither|not (?:bad|good), not|formal|matter-of-fact|fine|average|hard to gauge|poker face
      MIXED mixed|a mix|half and half|depends who|bit of both|up and down|on the one hand|two minds
      OVERALL overall|all in all|on the whole|in general|generally|by and large|altogether
      NEXT next steps?|next(?=:)|what(?:'s| happens| comes) next|they'll|they will|he'll|she'll|he will|she will|(?:second|next|final|third) (?:round|stage|interview)s?|decision|decide|offer|more to see|shortlist|from here|they want|they'd|going to|one more person|others to see|he'd|she'd|where it goes|to come|follow-up
      CONTACT (?:'d|would|will|'ll|going to|to) (?:call|ring|phone|email|e-mail|write|tell|let|get back|be in touch|contact|reach out|send|propose|confirm|come back|hear|have (?:an|a) (?:answer|decision)|know)|calls? you|rings? you|hear (?:back|from|about|by)|get back to|be in touch|let (?:you|me|us) know|propose times|phones? you|e?-?mails? you|in touch|give you a (?:call|ring|shout)|comes? out by|come back to|an answer|decide
      I_DO I(?:'d| would|'ll| will|'m going to|'m to| am to| have to| need to| must| should|'ve got to|'m supposed to)(?: \\w+){0,2}? (?:send|e-?mail|mail|forward|share|write|ring|call|phone|come back|get back|let|confirm|follow up|reply|answer|propose|suggest|bring|prepare|deliver)|I (?:send|e-?mail|mail|forward|share|write|ring|call|phone|come back|get back|let|confirm|follow up|reply|answer|propose|suggest|bring|prepare|deliver)|(?:wants?|wanted|asked|told|expects?) me to (?:send|e-?mail|mail|forward|share|write|ring|call|phone|come back|get back|let|confirm|follow up|reply|answer|propose|suggest|bring|prepare|deliver)|my (?:turn|move)|in my court|up to me
      YOU_DO you(?:'ll| will|'re to| are to| should| need to| have to|'re going to)(?: \\w+){0,2}? (?:send|e-?mail|mail|write|ring|call|phone|ask|check|chase|confirm|arrange|set up|follow up)|your (?:turn|move)|in your court|up to you
      WOULD_I would I (?:take|accept|say|sign|go|do)|your question|the big question|the question you|do I want|would I|am I (?:a yes|in|interested|still)|yes or no|if they offer(?:ed)?|if it came|the yes or no|do I (?:take|accept)|as for (?:taking|accepting)|put me down|I'm (?:a|in|out)|I'd (?:take|accept|say|sign|go for|do it|want)|it's a (?:yes|no)|I(?:'d| would) not|I wouldn't (?:take|accept)
      NOT_YET not a yes|isn't a yes|anything else is not|no decision|not yet|can't say yes|haven't decided|undecided
      HEDGE probably|ask me (?:after|again|later|when)|maybe|perhaps|I (?:think|guess|suppose)(?: so| yes)?|don't know|not sure|depends|leaning|possibly|might|likely|hold off|let me (?:think|sleep)|need to (?:think|talk|sleep|see|know|meet|speak)|want to (?:think|talk|see|know|meet|speak)|have to (?:think|talk|see|meet|speak)|I'd have to|I'd need to|sleep on it|on the fence|torn|in principle|unless|until I|after I|once I|fifty-fifty|sort of|tempted
      YES yes|yeah|yep|yup|absolutely|definitely|count me in|in a heartbeat|I'd (?:take|accept|sign|go for) it|I'd take|I'd accept|I'd sign|I'm in|I'll take it|done deal|deal|sign (?:tomorrow|today|tonight|on the spot)|like a shot|where do I sign|I accept
      NO no|nope|nah|I wouldn't|would not|wouldn't (?:take|accept)|I'm out|pass|I'll pass|decline|turn it down|say no|not for me|won't|no way|not interested
      IF if|provided|as long as|assuming|on condition|only with|subject to|so long as|on the condition|but only
      MONEY base|salary|money|pay|comp|compensation|package|bonus|number|figure|dollars?|pounds?|euros?|sterling|quid|bucks|grand|k|on target|an hour|a year|hourly|rate|wage|wages|per annum|floor|minimum|annual|cash
      BASE base|basic|fixed
      MOVE move|moving|relocation|relocating|relocate
      PROMISE I(?:'d| would|'ll| will|'m going to| have to| need to| must| should|'ve got to| said I'd| told (?:him|her|them) I'd| promised (?:to|I'd|him|her|them)?|'m (?:supposed|meant|due) to| owe (?:him|her|them)| agreed to| offered to)(?: \\w+){0,3}? ?(?:send|email|e-mail|mail|forward|drop|get|share|write|ring|call|prepare|deliver|give|bring|put together|pass|upload|ship|text|let)|I owe (?:him|her|them)|I promised|supposed to send|meant to send|due to send
      WORRY worr(?:y|ied|ies|ying)|scared|concern(?:ed|s|ing)?|red flags?|burned|burnt|nervous|afraid|put me off|puts me off|bother(?:s|ed)|uneasy|keep it that way|confidential|gave me pause|gives me pause|catch is|hesitat\\w+|alarm(?:ed|ing)|not (?:thrilled|happy|keen) about|don't like|didn't like|doubts?|wary|downside|drawback|snag|trouble is|problem is|not sure about|unsettled|off-putting|none of it was his fault|blam(?:es|ed|ing)
      FACT success|priority|priorities|number one|budget|headcount|competi\\w+|other candidates?|more (?:person|people|candidates?) |one more|two more|three more|board wants|they want|second rounds?|next round|start (?:remote|remotely|date)|report(?:s|ing)? to|turnover|replac\\w+|leaving|left because|left after|team of|reorgani\\w+|acquisition|hiring freeze|runway|target is|goal is|expects?
      HE he|him|his|fella|guy|chap|bloke|man
      SHE she|her|hers|lady|woman
      THEY they|them|their|we|us
      """;

  private EnglishDebrief() {}
}
