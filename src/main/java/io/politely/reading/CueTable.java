package io.politely.reading;

import java.util.List;

/** What people say when they ask, promise, object, settle or postpone, by language. */
final class CueTable {

  private static final String ENGLISH =
      """
      CANCELLATION 2.4 canceled this event | cancelled this event | have to cancel | need to cancel | must cancel | going to have to cancel | is cancelled | is canceled | has been cancelled | has been canceled | was cancelled | was canceled | have to call off | can't make it | cannot make it | won't make it | not going to make it | won't be able to make it | won't be able to attend | can't attend | cannot attend
      ASK 2.6 please | pls | plz | kindly
      ASK 2.4 could you | can you | would you | will you | could someone | can someone | would you mind
      ASK 2.4 let me know | let us know | get back to me | get back to us | send me | send us | give me a call | call me | drop me a line | keep me posted
      ASK 1.8 i'd appreciate | would appreciate | i would be grateful | i need you to | you need to | you should | we need you to | we'd need | you must | feel free to | don't forget to | make sure | be sure to | remember to | i'd like you to | i would like you to | i want you to | i'd like to ask | i would like to ask | i'd like to request | may i ask | i look forward to hearing | we look forward to hearing | i look forward to your | we look forward to your | looking forward to hearing | looking forward to your | awaiting your | hope to hear
      ASK 1.6 i would like | i'd like to | i'd love to | we would like to | would it be possible | is it possible | is there any chance | any chance | would be helpful | would be great if you | would be nice if you | could we | can we | shall we | let's | lets | why don't you | why don't we | do you mind | if you could | if you can | if possible | asap | at your earliest | review | do you want | do you have time
      ASK 1.5 ^send | ^call | ^give | ^tell | ^check | ^take | ^see | ^look | ^use | ^add | ^remove | ^change | ^fix | ^try | ^join | ^come | ^bring | ^go ahead | ^forward | ^reply | ^respond | ^confirm | ^review | ^sign | ^contact | ^email | ^e-mail | ^visit | ^schedule | ^have | ^put | ^read | ^make | ^get | ^find | ^ask | ^consider | ^update | ^provide | ^complete | ^fill | ^pick | ^set | ^keep | ^note that you | ^ensure | ^explain | ^advise | ^include | ^print | ^stop by | ^feel free
      ASK 0.9 any questions | any thoughts | any comments | your thoughts | your opinion | your feedback | your input | your help | comments welcome | feedback welcome | comments are welcome | need your
      ASK -1.2 to unsubscribe | unsubscribe | click here | thank you for | thanks for | ^thank | ^thanks | to please | hesitate to
      ASK -1.8 you should be in | you should have received | you should see | you should now | you should get
      ASK -2.5 please find attached | please find enclosed | please find below | please see below | please note | please ignore | please disregard | never mind | nevermind
      ASK -2.4 ^have a good | ^have a nice | ^have a great | ^have a lovely | ^have a wonderful | ^have a safe | ^have fun | ask me | ask us | just ask
      ASK 1.8 i'd welcome | i would welcome | we'd welcome | we would welcome | if i don't hear | unless i hear
      QUESTION 1.9 i'd * like to know | i'd * love to know | i would * like to know | i'd be curious
      PROMISE -1.2 you asked | you wanted | you said | you mentioned | you told
      POSTPONEMENT -2.4 at the latest
      DONE 2.2 nothing needed | nothing is needed | no need to reply | no answer needed
      ASK -1.6 ^see http | ^see https | ^see the attached | ^see attached
      ASK -1.5 can you believe | could you imagine | as you can | if you can't | so you can | that you can | you can also
      QUESTION 1.6 do you | did you | are you | have you | would you | will you | can you | could you | were you | what do you | what's your | when can | when will | when would | when do | what time | how do | how would | how about | what about | is there | are there | does this | does that | does it | is this | is that | is it | has anyone | does anyone | can anyone | anybody | anyone | any idea | any news | any update | any thoughts | am i missing | may i | should i | should we | shall i | can i | which one | which of | what is | what are | what does | why does | why is | why do | why did | where is | where are | where can | who is | how many | how much | how long | if so | or should
      QUESTION 0.8 you | your | ^what | ^when | ^where | ^who | ^which | ^why | ^how | ^is | ^are | ^do | ^does | ^did | ^can | ^could | ^would | ^will | ^should | ^any | ^have | ^has | ^or | ^was | ^were
      QUESTION 1.9 i wonder if | i wonder whether | i was wondering | i am wondering | i'm wondering | wondering if | wondering whether | i'm curious | i would like to know | i'd like to know | not sure if you | please advise
      QUESTION -1.0 ^if | ^but if
      QUESTION -2.2 who knows | who cares | why not | isn't it | don't you think | what the heck | what the hell | guess what | remember when | how could one | you know what | what could possibly | right
      QUESTION -1.6 ^what | ^huh | ^hm | ^hmm | ^really | ^no | ^so | ^or
      PROMISE 2.2 i'll | i will | we'll | we will | i'm going to | i am going to | let me check | let me look | let me see | let me get back | let me find out | i shall | i promise | plan to send | i'd be happy to send | ^will do | i'll be back with | i can send | i can get you | i'll make sure
      PROMISE 1.8 ^will get back | ^will send | ^will look | ^will check | ^will let | ^will follow | ^will keep | ^will fix | ^will update | ^will try | ^on it | working on it | i'm working on | i am working on | get back to you | i need to check | i need to look | still need to | i have to check | my todo | to-do list | will be sent | in the next version | in v2 | in v3
      PROMISE -2.4 i'll take the | i'll take it | i'll be a | i'll be happy when | i'll assume | i will assume | i'll be honest | i will not | i won't | i'll admit | i will be out | i'll be out | i will be away | i'll be away | i will be on | we'll see | i'll never | we will not | i'll leave it | i'll stop | i'll bet | i'll pass | i'll say | i'll note | i'll repeat | i will say | we'll be in touch if | i'll explain
      PROMISE -0.3 be able to
      PROMISE 1.2 i intend to | i plan to | i owe you | we owe you | we are going to | we're going to
      PROMISE -2.4 i'll need | i will need | we'll need | we will need | i will admit | i'll concede | i will concede | i'll confess | i will confess | i'll grant | i will grant | i'll * defer | i will * defer | i'll wait | i will wait | we'll wait | we will wait | i'll look forward | i will look forward | i'll * trust | i will * trust | i'll miss | i will miss | i'll believe | i will believe | will do nothing | nothing but | unlikely
      PROMISE -1.0 i'll have | i will have | we'll have | we will have | i'll be | i will be | we'll be | we will be
      PROMISE 1.0 be happy to | be glad to | be in touch | be back with | be back to you | be sending
      PROMISE -1.3 will likely | i'm sure we | i am sure we | i'll probably | i will probably | we'll probably | we will probably | eventually | someday | some day | one day | at some point | in the long run
      ASK 1.8 i'll need | i will need | we'll need | we will need
      ASK -1.8 i'll need to | i will need to | we'll need to | we will need to
      PROMISE -1.8 ^if | if you | would | unless | ^when you
      OBJECTION 2.0 i disagree | i don't agree | i do not agree | don't think so | not convinced | nack | nak | i object | i'd prefer | i would prefer | i prefer | not correct | incorrect | is wrong | are wrong | does not apply | doesn't apply | doesn't build | does not build | please fix | please resend | please drop | please split | please use | please add | please remove | needs to be | need to be | you forgot | you missed | you need to | you should | not acceptable | won't work | doesn't work | not what i
      OBJECTION 2.2 i'd suggest | i would suggest | i suggest | i recommend | i'd recommend | i would recommend
      OBJECTION 1.7 i'd rather | i would rather | i'd drop | i would drop | i'd use | i would use | i'd say | i'd call | i would call | i'd write | i'd keep | better to | it would be better | would be better | would be clearer | would be interesting if | would be nice if | would be good to | maybe use | maybe we should | how about | instead of | nit | nitpick | small nit | one nit | minor nit | typo | s should be | should be | should say | should read | should use | should also | should not | shouldn't | must be | must not | i don't see | i don't like | not sure about | not sure i | i don't understand | i can't reproduce | cannot reproduce | can't reproduce | makes no sense | doesn't make sense | seems wrong | looks wrong | sounds weird | is confusing | is misleading | is missing | lacks | you could | you might want | one wonders
      OBJECTION 1.0 however | but i | unfortunately | i think
      DONE 2.4 ^fixed | ^applied | ^done | ^merged | ^pushed | ^committed | ^queued | ^resolved | ^closed | ^sorted | patch applied | patches applied | all applied | now applied | applied thanks | fixed thanks | i've applied | i have applied | i applied | i've fixed | i have fixed | i fixed | i've merged | i merged | i've pushed | i pushed | i've added | i have added | i added | i've done | i have done | i've changed | i have changed | i changed | i've updated | i have updated | i updated | i've removed | i removed | i've queued | already fixed | been fixed | is fixed in | was fixed | was rewritten | has been applied | have been applied | been merged | been done | just sent | i've sent | i have sent | i just submitted | i submitted | took care of | taken care of | all set | has been resolved | in the tree
      DONE 2.2 i'll take the patch | i'll take it | i'll apply | will apply | ^hooray | never mind | nevermind | please ignore | ignore this | disregard | no need to | no action needed | no action required | no reply needed | no response needed | nothing to do | reviewed-by | acked-by | tested-by | lgtm | looks good to me | looks good | ^ack | ^agreed | ^agree | fine with me | i'm fine with | works for me | sounds good | ^great | ^perfect
      POSTPONEMENT 2.2 after the release | after the holidays | after my vacation | after the break | not right now | not at the moment | not at this time | no time right now | back in touch in | reach out again | check back in | touch base again | circle back in | circle back after | let's talk after | let's revisit | i can revisit | we can revisit | revisit this | until then | on hold | put this on hold | postpone | reschedule to | reschedule for | once this bug | once that is | once this is | when i'm back | when i am back | when i return | ping me in | remind me in | in the new year | next quarter | try me again | try again in | contact me again
      POSTPONEMENT 2.0 looking forward to meeting you on | speak on | interview is scheduled | call is scheduled | is scheduled for | scheduled for | booked for | invite for
      SCHEDULING 1.4 see you on | see you next | see you tomorrow | see you at | confirmed for | meeting is confirmed | talk to you on | speak to you on
      THANKS_ONLY 1.5 thanks | thank you | thx | cheers | much appreciated | appreciate it | appreciated | great | perfect | awesome | excellent | wonderful | nice | cool | got it | understood | noted | will do | sounds good | you're welcome | no worries | no problem | my pleasure | congratulations | hooray | welcome | ack | ok | okay | good to know | makes sense | received
      SUBMISSION 2.0 the following was found | i found a bug | i found an error | found a typo | found some typos | there is a typo | there's a typo | there is an error | there is a mistake | seems to be a bug | appears to be a bug | this is a bug | bug report | i noticed that | i noticed a | i've noticed | i noticed some | i'm reporting | i am reporting | reporting the | this patch | these patches | this series | attached patch | patch attached | patch below | patch is attached | my proposal | i propose | i'd like to propose | i would like to propose | request for comments | for your review | for review | for your consideration | for your approval | i am applying | i'm applying | i would like to apply | my application | resume attached | résumé attached | cv attached | resume is attached | résumé is attached | cv is attached | attached * resume | attached * cv | enclosed * resume | enclosed * cv | attach my cv | attach my resume | here is my resume | here is my cv | sending * resume | sending * cv | our proposal | our quote | our offer | find attached
      SUBMISSION 1.2 missing | incorrect | wrong | misleading | outdated | broken | fails | crash | should be | typo
      """;

  private static final String GERMAN =
      """
      CANCELLATION 2.4 muss * absagen | müssen * absagen | absagen müssen | hat abgesagt | ist abgesagt | wurde abgesagt | fällt aus | kann nicht kommen | kann nicht teilnehmen | schaffe es nicht
      POSTPONEMENT -2.4 spätestens
      ASK 2.5 bitte | könnten sie | könntest du | kannst du | können sie | würden sie | würdest du | könnt ihr | magst du | sag bescheid | gib bescheid | geben sie mir | melden sie sich | melde dich | lassen sie mich wissen | lass mich wissen | schicken sie | schick mir | senden sie
      ASK 1.6 ich würde mich freuen | freue mich auf ihre antwort | freue mich auf deine | rückmeldung | ich bräuchte | ich brauche von | sollten wir | wollen wir | ich hätte gern | ich möchte sie bitten | wäre es möglich
      ASK -2.0 bitte beachten | bitte ignorieren | bitte entschuldigen | danke für | vielen dank für
      QUESTION 1.4 haben sie | hast du | sind sie | bist du | gibt es | wann | wie sieht | was halten | was meinst | wissen sie | weißt du | passt ihnen | passt dir | ob sie | wer | wo | warum | welche | welcher | wieviel | wie viel
      PROMISE 2.2 ich werde | ich melde mich | wir melden uns | ich schicke | ich sende | ich kümmere mich | ich gebe bescheid | ich gebe ihnen | ich gebe dir | wir werden | ich schaue | ich prüfe | ich kläre | melde mich | mache ich | komme auf sie zu | lasse ich ihnen
      PROMISE -2.0 ich werde nicht | ^wenn sie | ^falls
      OBJECTION 1.8 ich stimme nicht | nicht einverstanden | sehe ich anders | ist falsch | stimmt nicht | ich würde lieber | ich schlage vor | lieber nicht | sollte man
      DONE 2.2 ^erledigt | ist erledigt | habe ich erledigt | behoben | habe ich geschickt | ist raus | ist eingegangen | hat sich erledigt | ^passt | einverstanden | wurde übernommen
      POSTPONEMENT 2.2 nach den ferien | nach dem urlaub | erst im | erst ab | derzeit nicht | im moment nicht | momentan nicht | melden sie sich wieder | melden sie sich gern | im neuen jahr | nächstes quartal | zu einem späteren zeitpunkt
      SCHEDULING 1.4 bis dann am | termin steht | bestätige den termin | wir sehen uns am
      THANKS_ONLY 1.5 danke | vielen dank | herzlichen dank | dankeschön | super | prima | perfekt | alles klar | verstanden | gerne
      SUBMISSION 2.0 ich bewerbe mich | meine bewerbung | unser angebot | anbei | im anhang | zur prüfung | zur freigabe | fehler gefunden
      """;

  private static final String FRENCH =
      """
      CANCELLATION 2.4 dois annuler | devons annuler | suis obligé d'annuler | suis obligée d'annuler | est annulé | est annulée | a été annulé | a été annulée | a annulé | ne pourrai pas venir | ne peux pas venir | ne pourrai pas être là
      POSTPONEMENT -2.4 au plus tard
      PROMISE -2.2 je vais m'en | je vais me
      PROMISE 2.2 je vais m'en occuper | je vais m'en charger | je vais me renseigner | je vais m'assurer
      ASK 2.5 pourriez-vous | pouvez-vous | peux-tu | pourrais-tu | pourrait-on | merci de | veuillez | je vous prie de | n'hésitez pas | tenez-moi au courant | dites-moi | dis-moi | envoyez-moi | envoie-moi | faites-moi savoir | s'il vous plaît | s'il te plaît | svp
      ASK 1.6 j'aimerais | je souhaiterais | dans l'attente | serait-il possible | est-il possible | auriez-vous
      ASK -1.6 merci pour | merci beaucoup
      QUESTION 1.4 est-ce que | avez-vous | as-tu | êtes-vous | es-tu | quand | comment | combien | pourquoi | quel | quelle | qu'en pensez-vous | savez-vous | y a-t-il | où
      PROMISE 2.2 je vais | je vous envoie | je t'envoie | je reviens vers | je vous recontacte | je vous rappelle | je vous tiens | je te tiens | nous reviendrons | nous vous enverrons | nous allons | je ferai | je m'en occupe | je vous ferai | je regarde
      PROMISE -2.0 ^si vous | je ne vais pas
      OBJECTION 1.8 je ne suis pas d'accord | pas d'accord | est incorrect | n'est pas correct | je préfère | je préférerais | il faudrait | je propose plutôt
      DONE 2.2 c'est fait | bien reçu | ^fait | est corrigé | j'ai envoyé | je vous ai envoyé | c'est bon | ^parfait | ça marche | ça me va
      POSTPONEMENT 2.2 après les vacances | à la rentrée | pas pour le moment | pas pour l'instant | pas en ce moment | recontactez-moi | revenez vers moi | à partir de
      SCHEDULING 1.4 rendez-vous confirmé | on se voit | à mardi | à lundi | à jeudi | à demain
      THANKS_ONLY 1.5 merci | merci beaucoup | super | parfait | bien reçu | entendu | d'accord
      SUBMISSION 2.0 ma candidature | je postule | notre offre | notre proposition | notre devis | ci-joint | en pièce jointe
      """;

  private static final String SPANISH =
      """
      CANCELLATION 2.4 tengo que cancelar | debo cancelar | tenemos que cancelar | ha cancelado | queda cancelada | queda cancelado | ha sido cancelada | se cancela | no podré asistir | no puedo asistir | no voy a poder
      POSTPONEMENT -2.4 a más tardar
      ASK 2.5 por favor | podría | podrías | puede usted | puedes | podéis | me puede | me puedes | avísame | avíseme | dígame | dime | envíame | envíeme | mándame | hágame saber | quedo a la espera | quedo atento | quedo pendiente | le agradecería | te agradecería
      ASK 1.5 me gustaría | quisiera | sería posible | es posible
      ASK -1.6 gracias por
      QUESTION 1.4 tiene | tienes | cuándo | cómo | qué | cuál | cuánto | dónde | quién | hay alguna | le parece | te parece | sabe si | sabes si
      PROMISE 2.2 voy a | le envío | te envío | le enviaré | te enviaré | te aviso | le aviso | me pondré en contacto | le confirmo | te confirmo | vamos a | lo miro | lo reviso | me encargo | te llamo | le llamo | te digo
      PROMISE -2.0 ^si
      OBJECTION 1.8 no estoy de acuerdo | no es correcto | prefiero | preferiría | no me convence
      DONE 2.2 ^hecho | ^listo | ya está | recibido | lo he enviado | ya lo envié | de acuerdo | ^perfecto
      POSTPONEMENT 2.2 después de las vacaciones | después del verano | ahora no | por ahora no | de momento no | más adelante | vuelva a escribirme | escríbame en | a partir de
      SCHEDULING 1.4 nos vemos el | reunión confirmada
      THANKS_ONLY 1.5 gracias | muchas gracias | perfecto | genial | de acuerdo | recibido
      SUBMISSION 2.0 mi candidatura | mi currículum | nuestra propuesta | nuestra oferta | adjunto | te adjunto | le adjunto
      """;

  private static final String ITALIAN =
      """
      CANCELLATION 2.4 devo annullare | dobbiamo annullare | devo disdire | ha annullato | è annullato | è annullata | è stata annullata | è stato annullato | non riesco a venire | non potrò venire | non potrò partecipare
      POSTPONEMENT -2.4 al più tardi
      ASK 2.5 per favore | per cortesia | potrebbe | potresti | può | puoi | potete | mi faccia sapere | fammi sapere | mi mandi | mandami | inviami | resto in attesa | attendo | rimango in attesa | la prego
      ASK 1.5 vorrei | mi piacerebbe | sarebbe possibile | è possibile
      ASK -1.6 grazie per | grazie mille
      QUESTION 1.4 ha | hai | avete | quando | come | cosa | quale | quanto | dove | chi | perché | c'è | sa se | sai se | che ne
      PROMISE 2.2 le farò sapere | ti farò sapere | vi farò sapere | le invio | ti invio | ti mando | le mando | invierò | la ricontatto | ti richiamo | me ne occupo | ci penso io | le confermo | ti confermo | provvedo
      PROMISE -2.0 ^se
      OBJECTION 1.8 non sono d'accordo | non è corretto | preferisco | preferirei
      DONE 2.2 ^fatto | ricevuto | ho inviato | è stato | va bene | ^perfetto | d'accordo
      POSTPONEMENT 2.2 dopo le vacanze | dopo le ferie | non ora | per ora no | al momento no | più avanti | a partire da | mi ricontatti
      SCHEDULING 1.4 ci vediamo | ci sentiamo | appuntamento confermato
      THANKS_ONLY 1.5 grazie | perfetto | ricevuto | va bene
      SUBMISSION 2.0 la mia candidatura | il mio curriculum | la nostra proposta | la nostra offerta | in allegato | allego
      """;

  private static final String DUTCH =
      """
      CANCELLATION 2.4 moet * afzeggen | moeten * afzeggen | moet * annuleren | heeft * geannuleerd | is geannuleerd | gaat niet door | kan niet komen | kan er niet bij zijn | red het niet
      POSTPONEMENT -2.4 uiterlijk
      ASK 2.5 alstublieft | alsjeblieft | kunt u | kun je | kan je | kunnen jullie | zou je | zou u | wil je | wilt u | graag hoor ik | ik hoor graag | laat me weten | laat het me weten | laat mij weten | stuur me | stuur mij | graag ontvang
      ASK 1.5 ik zou graag | is het mogelijk | graag je reactie | graag uw reactie | zullen we
      ASK -1.6 bedankt voor | dank voor
      QUESTION 1.4 heb je | heeft u | ben je | bent u | wanneer | hoe | wat | waarom | welke | waar | wie | weet je | weet u | is er
      PROMISE 2.2 ik zal | ik stuur | ik kom erop terug | ik kom hierop terug | ik laat | ik bel | ik ga | wij zullen | we zullen | ik regel | ik kijk | ik zoek | komen we bij je terug | ik mail
      PROMISE -2.0 ^als | ik zal niet
      OBJECTION 1.8 niet mee eens | klopt niet | is onjuist | liever niet | ik stel voor
      DONE 2.2 ^gedaan | ^geregeld | is geregeld | ontvangen | heb ik gestuurd | is goed | akkoord | ^prima | ^top
      POSTPONEMENT 2.2 na de vakantie | na de zomer | nu niet | op dit moment niet | voorlopig niet | later dit jaar | neem dan weer contact | vanaf
      SCHEDULING 1.4 tot dinsdag | tot maandag | tot morgen | afspraak staat
      THANKS_ONLY 1.5 bedankt | dank je | dank je wel | dankjewel | dank u | hartelijk dank | prima | top | fijn
      SUBMISSION 2.0 mijn sollicitatie | ik solliciteer | ons voorstel | onze offerte | bijgevoegd | in de bijlage
      """;

  private static final String PORTUGUESE =
      """
      CANCELLATION 2.4 tenho de cancelar | tenho que cancelar | preciso cancelar | preciso de cancelar | temos de cancelar | cancelou | foi cancelada | foi cancelado | está cancelada | está cancelado | não vou conseguir ir | não consigo ir | não poderei comparecer | não vou poder
      POSTPONEMENT -2.4 o mais tardar | no máximo
      ASK 2.5 por favor | poderia | pode | podes | podia | você pode | me avise | avise-me | diga-me | me envie | envie-me | me manda | aguardo | fico no aguardo | fico à espera | agradeceria | solicito
      ASK 1.5 gostaria | gostava | seria possível | é possível
      ASK -1.6 obrigado por | obrigada por | obrigado pelo | obrigada pelo | obrigado pela | obrigada pela
      QUESTION 1.4 tem | você tem | quando | como | qual | quais | quanto | onde | quem | o que | há alguma | sabe se | sabes se
      PROMISE 2.2 vou enviar | vou | envio | enviarei | te envio | lhe envio | retorno | darei retorno | entrarei em contato | entro em contacto | te aviso | aviso | confirmo | eu cuido | vamos | trato disso
      PROMISE -2.0 ^se
      OBJECTION 1.8 não concordo | não está correto | não está certo | prefiro | preferia
      DONE 2.2 ^feito | ^pronto | recebido | já enviei | está resolvido | combinado | ^perfeito
      POSTPONEMENT 2.2 depois das férias | após as férias | depois do carnaval | agora não | por enquanto não | de momento não | mais tarde | volte a contactar | volte a falar | a partir de
      SCHEDULING 1.4 reunião confirmada | até terça | até segunda
      THANKS_ONLY 1.5 obrigado | obrigada | muito obrigado | muito obrigada | valeu | perfeito | combinado | recebido
      SUBMISSION 2.0 minha candidatura | meu currículo | nossa proposta | nosso orçamento | em anexo | segue anexo | segue em anexo
      """;

  static final Cues CUES =
      Cues.of(
          List.of(ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE),
          IntentTable.tables());

  private CueTable() {}
}
