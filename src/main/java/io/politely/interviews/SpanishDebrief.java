package io.politely.interviews;

/**
 * The words of a debrief in Spanish: a cue and its alternatives in a line, as regular expressions.
 */
final class SpanishDebrief {

  static final String WORDS =
      """
      ARRIVED llegu[ée]|llegamos|he llegado|había llegado|estaba (?:allí|ahí|ya|en (?:la puerta|el aparcamiento|el parking|recepción|la calle))|aparqu[ée]|en el (?:aparcamiento|parking|estacionamiento)|en la puerta|me conecté|conectad[oa]|me plant[ée]|me present[ée]
      ENTERED entr[ée]|sub[íi]|he entrado|pas[ée] (?:dentro|a recepción|el control)|en recepción|dentro
      SCHEDULED cita(?:do|da|ron)?|quedado|quedamos|previst[oa]|convocad[oa]|era (?:a|para)|programad[oa]|tenía (?:la )?(?:cita|entrevista|reunión)|la entrevista era|fijad[oa]|hora acordada|estaba puesta
      STARTED empez(?:amos|ó|aron|ado)|comenz(?:amos|ó|aron)|arranc(?:amos|ó|aron)|me (?:recibi\\w+|hicieron pasar|hizo pasar|llamaron|atendi\\w+)|(?:vino|salió|bajó|bajaron|salieron|vinieron) a (?:buscar|por|recibir)\\w*|inicio|nos pusimos|dimos comienzo
      ENDED sal[íi]|salimos|termin(?:amos|ó|é|aron)|acab(?:amos|ó|é|aron)|hasta|fuera|en la calle|colgamos|colgué|me despedí|nos despedimos|me fui|finaliz\\w+
      ON_TIME puntual(?:es|idad|mente)?|en punto|a la hora|clavad[oa]s?|a su hora
      EARLY antes|de antelación|pronto|temprano
      LATE tarde|de retraso|después|más tarde|con retraso
      CORRECTS no|perdón|perdona|espera|mejor dicho|digo|me equivoco|digamos|corrijo|miento|bueno no|qué va|quiero decir|o sea|me he equivocado|rectifico|ay no
      OTHER_CLOCK tren|metro|autobús|avión|vuelo|tu hora|bus|AVE
      VIDEO vídeo|video|videollamada|zoom|teams|online|en línea|pantalla|enlace|videoconferencia
      SET_FOR para
      ROLE director(?:a)?|jef[ea]|gerente|responsable|CEO|CFO|presidente|presidenta|encargad[oa]|coordinador(?:a)?|supervisor(?:a)?|dueñ[oa]|propietari[oa]|soci[oa]|fundador(?:a)?|ingenier[oa]|contable|técnic[oa]|comprador(?:a)?|asistente|subdirector(?:a)?|RRHH|recursos humanos|controller|administrador(?:a)?|comercial|vendedor(?:a)?|reclutador(?:a)?|consejer[oa]|delegad[oa]|abogad[oa]|compañer[oa]|mando|capataz|analista|secretari[oa]|consultor(?:a)?|médic[oa]|enfermer[oa]|arquitect[oa]|planificador(?:a)?|logística|compras|finanzas|ventas|producción|operaciones|calidad|personal|chic[oa]
      RUNS (?:que |ella |él )?(?:lleva|dirige|se encarga de|gestiona|manda en)
      FROM de|del|de la
      ABSENT no (?:estaba|vino|pudo|apareció|estuvo)|faltó|enferm[oa]|iba a (?:estar|venir)|tenía que (?:estar|venir)|de vacaciones|la próxima|de baja
      MET estuve|estaba|estaban|conocí|he (?:conocido|visto|hablado)|vi a|hablé|con|reunión|reunida|presentaron|éramos|eran|había|me atendió|entrevistó|entrevistaron|se unió|entró|apareció
      WHOLE_TIME todo el (?:tiempo|rato)|de principio a fin|toda la (?:reunión|entrevista)
      AGAIN otra vez|de nuevo|volvió|otros
      OF_MINE mi(?:s)? (?:antigu[oa] |anterior |ex ?)?(?:jef[ea]|director(?:a)?|marido|mujer|padre|madre|equipo|amig[oa]|compañer[oa]|hij[oa]s?)
      ASKED (?:me|nos) (?:preguntó|preguntaron|ha preguntado|han preguntado|preguntaba|preguntaban|pregunta|pidió|pidieron|ha pedido|soltó|lanzó|planteó|interrogó|tiró)(?: también| luego| después| primero| además| entonces)?|(?:quiso|quisieron|quería|querían) (?:saber|que|entender|oír|conocer)|preguntó|preguntaron|(?:empezó|abrió|arrancó|comenzó|siguió) (?:con|por|preguntando)|(?:primera|segunda|tercera|última|siguiente|su) pregunta(?: \\w+)?(?:,| fue|:)|fui preguntad[oa]|la pregunta de|se interesó por|insistió en|indagó
      I_ASKED (?:yo )?(?:también )?(?:le |les )?(?:pregunté|he preguntado)|mi(?:s)? (?:\\w+ )?preguntas?(?: \\w+){0,2}?(?: fue(?:ron)?| era(?:n)?|:)|quise saber|yo quería saber|lo que (?:yo )?(?:le )?pregunté
      SEVERAL lo (?:típico|de siempre|habitual)|las (?:típicas|de siempre|habituales)|(?:dos|tres|cuatro|varias|unas cuantas|un par de) (?:preguntas|cosas)(?: \\w+)?
      ASKS qué|por qué|cómo|cuánd[oa]|cuánt[oa]s?|dónde|quién(?:es)?|cuál(?:es)?|si|cuénteme|cuéntame|háblame|hábleme|descríb\\w+|explíca\\w+|véndeme|véndame|dígame|dime|ha|han|tiene|puede|está
      NEXT_QUESTION (?:y )?(?:luego|después|segunda|la segunda|la tercera|tercera|además|por último|entonces|primero|la primera|la última|también)
      I_SAID (?:ahí |yo |entonces |pues |y )?(?:le |les |lo |la |se lo )?(?:dije|contesté|respondí|expliqué|conté|hice|comenté|di|hablé|usé|puse|reconocí|admití|me (?:quedé|lié|trabé|atasqué|perdí)|no supe|he dicho|solté|mencioné|saqué)
      THEY_SAID (?:él|ella|le|les|se|me|lo|y|no) ?(?:dijo|dijeron|gustó|encantó|rió|asintió|apuntó|puso|entendió|miró|sonrió|contestó|pareció)
      FILLER me|nos|le|a mí|por(?! qu[eé](?!\\p{L}))|si|que|saber|sobre|también|luego|después|primero|además|con|cómo es eso|acerca de|entonces|mi|mis
      GOOD gustó|gustado|encantó|encantado|rió|rieron|reímos|sonri[óe]\\w*|asintió|asentía|apunt[óa]\\w*|anotó|tomó nota|muy bien|bien|perfecto|impresion\\w+|buena respuesta|aplaud\\w+|convenc(?:í|ió|ido)|exactamente|genial|fenomenal|contento|contenta|no puso mala cara|ni (?:pestañeó|se inmutó)|sin pestañear|estupend\\w+|le brill\\w+|aprobó|satisfech[oa]|clavé|bordé|hizo gracia|valoró
      FINE normal|vale|correcto|sin más|regular|aceptable|entendió|lo entendió|pasó a otra cosa|ni fu ni fa|no dijo nada|pasable|de acuerdo|ok|bueno
      WEAK en blanco|me lié|me trabé|titube[éo]|dud[ée]|no (?:supe|estuve|me salió|convencí|contesté bien|lo preparé|lo llevaba|le gustó|le convenció|quedó|fue mi mejor)|mal|flojo|floja|de manual|balbuce[éo]|esquivé|tópico|patin[ée]|metí la pata|mejorable|tendría que haber|debería haber|debí|torció|arrugó|frunció|mala cara|ceja|fatal|divagu[ée]|me fui por las ramas|nervios|me atasqué|improvis[ée]|genérico|genérica|vago|vaga|salí por|nada convincente|pobre
      VIBE ambiente|sensación|sensaciones|impresión|clima|química|feeling|trato|rollo|vibra|tono|en general
      POSITIVE buen(?:o|a|os|as)?|muy bien|(?<!más )bien|cercan[oa]s?|agradable|cordial(?:es)?|amable(?:s)?|cómod[oa]|simpátic[oa]s?|relajad[oa]|excelente|estupend[oa]|genial|cálid[oa]|positiv[oa]|amigos|risas|abiert[oa]s?|fenomenal|distendid[oa]|a gusto|magnífic[oa]|inmejorable|encantador\\w*
      NEGATIVE mal[oa]?|frí[oa]s?|tens[oa]|seco|seca|desagradable|hostil|incómod[oa]|negativ[oa]|distante|gélid[oa]|mirando (?:el reloj|el móvil)|antipátic[oa]|borde|interrogatorio|arrogante|pésim[oa]
      NEUTRAL neutr[oa]|educad[oa]s?|correct[oa]s?|difícil de (?:leer|decir)|ni bien ni mal|ni bueno ni malo|formal(?:es)?|profesional(?:es)?|normal|indescifrable|no sabría
      MIXED agridulce|mixt[oa]|mezcl\\w+|encontrad[oa]s|mitad y mitad|regular|por un lado|según quién|desigual
      OVERALL en general|en conjunto|en resumen|globalmente
      NEXT siguiente paso|próximo paso|pasos siguientes|(?:segunda|próxima|última) (?:ronda|entrevista|fase)|decid\\w+|decisión|llam(?:an|a|arán|ará)|me (?:llaman|dicen|escriben|avisan)|te (?:llaman|llama|llamarán|llamará|escribe|escriben|dicen|avisan|avisa)|respuesta|oferta|quedan? (?:\\w+ )?candidat\\w+|noticias|contestan|visita|me escribe|a partir de ahora|ahora (?:toca|queda)|ven a (?:dos|otr\\w+)
      CONTACT llam\\w+|escrib\\w+|avis\\w+|dec(?:ir|irán|irá)|dicen|respuesta|contest\\w+|noticias|contact\\w+|comunic\\w+|propon\\w+|confirm\\w+|sabr(?:é|emos|ás)|darme|mand(?:an|arán|ará)|decide|resolución
      I_DO (?:le |les |lo |la )?(?:mando|mandaré|envío|enviaré|llamo|llamaré|escribo|escribiré|confirmo|confirmaré)|(?:tengo que|debo|voy a|quedé en) (?:mandar|enviar|llamar|escribir|contestar|responder|confirmar|preparar)\\w*|me toca
      WOULD_I (?:que )?si (?:lo )?acept\\w+|aceptaría|lo cogería|lo cojo|tu (?:\\w+ )?pregunta|la pregunta|sí o no|si me lo ofrec\\w+|diría que sí|firm(?:o|aría)|acepto|me quedo con|si me quieren|si me cogen|diría|lo tomaría|en cuanto a aceptar|¿aceptar\\w*
      NOT_YET no es un sí|todavía no|aún no|no lo tengo (?:claro|decidido)|pregúntame (?:después|luego)|ni sí ni no
      HEDGE probablemente|quizá|quizás|tal vez|a lo mejor|creo (?:que )?|supongo|no (?:lo )?sé|no estoy segur[oa]|depende|tendría que|tengo que (?:pensar|hablar|ver|consult)\\w*|quiero (?:\\w+ )?(?:conocer|hablar|ver|pensar|saber)|quisiera|me gustaría|primero|antes (?:de|quiero|necesito|tengo)|en principio|lo pensaría|pensármelo|pensarlo|dudo|tiraría|a ver|seguramente|igual|hasta que|necesito|consultarlo|posiblemente
      YES sí|claro|por supuesto|acepto|lo cojo|firmo|aceptaría|adelante|encantad[oa]|sin duda|desde luego|con los ojos cerrados|cuenta conmigo|de cabeza|me vale
      NO no|paso|rechaz\\w+|ni hablar|para nada|lo dejo|no me interesa|de ninguna manera|no acept\\w+
      IF si|siempre que|con tal de|a condición|mientras|a partir de|por menos de|por debajo|con|mínimo
      MONEY salario|sueldo|brut[oa]s?|net[oa]s?|euros?|mil|dinero|paga|fijo|variable|bonus|cifra|cantidad|al (?:mes|año)|por hora|la hora|anuales|mensuales|pesos|k|retribución|mínimo|dólares|remuneración
      BASE fijo|base|fijos
      MOVE mudanza|mudar\\w*|traslado|trasladar\\w*
      PROMISE (?:quedé|quedamos|he quedado) en (?:que )?(?:yo )?(?:le |les )?\\w+|(?:le|les) (?:prometí|he prometido|dije que (?:le |les )?(?:mand|envi|pas|har|llam)\\w+|mando|envío|mandaré|enviaré|paso|debo)|tengo que (?:mandar|enviar|pasar|llamar|preparar|hacer llegar|entregar)\\w*|prometí|me comprometí|debo (?:mandar|enviar|pasar|llamar)\\w*|(?:mandaré|enviaré)|(?:voy a|he de) (?:mandar|enviar|pasar|llamar)\\w*|me toca (?:mandar|enviar|preparar)\\w*
      WORRY preocup\\w+|miedo|echa para atrás|echó para atrás|duda|dudas|pega|pegas|no me gust\\w+|frena|confidencial|mala espina|inquiet\\w+|asust\\w+|reparo|desconfi\\w+|problema|me chirrí\\w+|temo|me dejó (?:frí[oa]|preocupad[oa])|ojo|mosquea|alarma
      FACT éxito|prioridad(?:es)?|presupuesto|competencia|otr[oa]s? candidat\\w+|objetivo|rotación|sustitu\\w+|equipo de|esperan?|ya se fueron|anterior|vacante|reporta|criterio|decide (?:él|ella) sol[oa]|se jubila|expansión
      HE él|hombre|señor|chico|director|tipo
      SHE ella|mujer|señora|chica|jefa|directora|responsable
      THEY ellos|ellas|nos
      """;

  private SpanishDebrief() {}
}
