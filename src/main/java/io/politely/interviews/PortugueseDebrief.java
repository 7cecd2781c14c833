package io.politely.interviews;

/**
 * The words of a debrief in Portuguese: a cue and its alternatives in a line, as regular
 * expressions.
 */
final class PortugueseDebrief {

  static final String WORDS =
      """
      ARRIVED cheguei|estava (?:lá|já lá|no (?:parque|estacionamento)|à porta|na porta)|estacionei|liguei-me|conectei(?:-me)?|entrei na (?:chamada|reunião|videochamada)|no (?:parque de )?estacionamento
      ENTERED entrei|subi|na recepção|na receção|passei a portaria|lá dentro
      SCHEDULED marcad[oa]|entrevista era|previst[oa]|agendad[oa]|combinad[oa]|era (?:às|para)|tinha (?:a )?(?:entrevista|reunião)
      STARTED começ(?:ou|ámos|amos|aram)|inici(?:ou|ámos|amos|aram)|(?:veio|vieram|foi) (?:me )?buscar(?:-me)?|receb(?:eu|eram)(?:-me)?|arranc(?:ou|ámos|amos)|mandaram-me entrar
      ENDED saí|termin(?:ou|ámos|amos|aram)|acab(?:ou|ámos|amos|aram)|até|cá fora|lá fora|desligámos|desligamos|fim
      ON_TIME pontua(?:l|is|lmente)|em ponto|a horas|na hora|à hora certa
      EARLY antes|mais cedo|de antecedência
      LATE atrasad[oa]s?|de atraso|mais tarde|depois
      CORRECTS não|desculp[ea]|espera|espere|aliás|quer dizer|digamos|enganei-me|me enganei|minto|ou melhor|perdão|corrijo
      OTHER_CLOCK comboio|trem|autocarro|ônibus|avião|voo|metro|metrô
      VIDEO vídeo|videochamada|zoom|teams|online|tela|ecrã|link
      SET_FOR para
      ROLE diretor(?:a)?|director(?:a)?|gerente|chefe|responsável|CEO|CFO|presidente|dono|dona|sóci[oa]|fundador(?:a)?|engenheir[oa]|técnic[oa]|coordenador(?:a)?|supervisor(?:a)?|assistente|comprador(?:a)?|encarregad[oa]|RH|recursos humanos|colega|contabilista|controller|vendas|compras|produção|operações|logística|qualidade|gestor(?:a)?|administrador(?:a)?|analista
      RUNS (?:que |ela |ele )?(?:gere|dirige|toma conta de|cuida d[eao]|lidera)
      FROM de|do|da|dos|das
      ABSENT não (?:estava|veio|apareceu|pôde)|faltou|doente|devia (?:estar|vir)|de férias|da próxima|de baixa
      MET estive|conheci|falei|com|estava|estavam|eram|éramos|havia|tinha|vi|recebeu-me|entrevistou|presente|presentes
      WHOLE_TIME o tempo todo|do princípio ao fim|do início ao fim|todo o tempo
      AGAIN outra vez|de novo|novamente
      OF_MINE (?:o |a )?(?:meu|minha) (?:antig[oa] |ex-)?(?:chefe|diretor(?:a)?|marido|mulher|esposa|pai|mãe|colega|gerente)
      ASKED (?:me |nos )?(?:perguntou|perguntaram|questionou|pediu|pediram)(?:-me|-nos)?(?: também| depois| primeiro| logo)?|(?:quis|quiseram|queria|queriam) (?:saber|que|ouvir|entender|perceber)|(?:começou|abriu|arrancou) (?:com|por)|(?:primeira|segunda|terceira|última) pergunta(?: \\w+)?(?: foi|:|,)|fui questionad[oa]
      I_ASKED (?:eu )?(?:lhe |lhes )?perguntei(?:-lhe|-lhes)?|(?:a )?minha (?:\\w+ )?pergunta(?: \\w+)?(?: foi| era|:)|eu quis saber|eu queria saber
      SEVERAL o costume|o de sempre|as do costume|(?:duas|três|quatro|algumas|umas) (?:perguntas|coisas)
      ASKS o que|que|porque|por que|porquê|como|quando|onde|quem|qual|quais|quant[oa]s?|se|fale|conte|descreva|explique|já
      NEXT_QUESTION (?:e )?(?:depois|a seguir|em seguida|segunda|além disso|por fim|então|também|primeiro)
      I_SAID (?:aí |eu |então |e )?(?:disse|respondi|contei|expliquei|falei|dei|usei|fiquei|atrapalhei|mencionei|fiz|gaguejei|admiti)(?:-lhe|-lhes|-me)?
      THEY_SAID (?:ele|ela|eles) (?:disse|gostou|riu|sorriu|acenou|anotou|ficou)
      FILLER me|nos|se|que|por(?! qu[eê](?!\\p{L}))|sobre|saber|também|depois|primeiro|com|pela|pelo|minhas?|meus?|para
      GOOD gost(?:ou|aram)|adorou|riu|riram|sorri(?:u|ram)|acenou|anotou|tomou nota|muito bem|bem|ótim[oa]|perfeit[oa]|impressionad[oa]|convencid[oa]|boa resposta|satisfeit[oa]|entusiasmad[oa]|sem pestanejar|concordou
      FINE normal|ok|está bem|tudo bem|entendeu|compreendeu|sem reação|mais ou menos|aceitável|passou à frente|razoável
      WEAK branco|engasguei|gaguejei|atrapalhei|enrolei|não (?:soube|sabia|estava preparad[oa]|convenci|gostou|correu bem|foi boa)|mal|frac[oa]|devia ter|deveria ter|vag[oa]|genéric[oa]|torceu|careta|perdi-me|me perdi|bloqueei|travei|travou|desviei
      VIBE ambiente|clima|sensação|impressão|energia|astral
      POSITIVE bo[am]|bons|boas|ótim[oa]|agradável|simpátic[oa]s?|cordial|descontraíd[oa]|acolhedor(?:a)?|positiv[oa]|excelente|calor(?:oso|osa)|leve|fantástic[oa]|à vontade|abert[oa]s?
      NEGATIVE fri[oa]s?|tens[oa]|mau|má|ruim|péssim[oa]|hostil|desagradável|negativ[oa]|distante|pesad[oa]|olhava para o relógio|sec[oa]
      NEUTRAL neutr[oa]|educad[oa]s?|corret[oa]|profissional|difícil de (?:ler|dizer)|nem bom nem mau|formal|normal
      MIXED mist[oa]|dividid[oa]|misturad[oa]|mais ou menos|por um lado
      OVERALL no geral|em geral|no conjunto|no fim de contas
      NEXT próxim[oa]s? (?:passo|passos|fase|etapa|ronda)|segunda (?:entrevista|fase|ronda)|decid\\w+|decisão|lig(?:am|a|arão|ará)|respondem|resposta|proposta|oferta|dizem|mais (?:duas|dois|um|uma) (?:pessoas?|candidat\\w+)|entram em contacto|entram em contato|a seguir
      CONTACT lig(?:am|a|arão|ará|ar)|escrev\\w+|avis\\w+|dizem|dizer|respost\\w+|respond\\w+|contact\\w+|contat\\w+|confirm\\w+|notícias|propõem|mand(?:am|a) (?:me|-me)|decid\\w+
      I_DO (?:envio|enviarei|mando|mandarei|ligo|ligarei|escrevo|escreverei|confirmo|confirmarei)(?:-lhe|-lhes)?|(?:vou|tenho de|tenho que|fiquei de|devo)(?: lhe| lhes)? (?:enviar|mandar|ligar|escrever|responder|confirmar|preparar)\\w*
      WOULD_I se acei\\w+|aceitaria|aceito|a (?:tua|sua) pergunta|a pergunta|sim ou não|se me oferec\\w+|diria que sim|assin(?:o|aria)|aceitava
      NOT_YET não é um sim|ainda não|nem sim nem não|não decidi
      HEDGE provavelmente|talvez|acho|penso|não sei|não tenho a certeza|não tenho certeza|depende|tenho de|tenho que|preciso|quero (?:primeiro|conhecer|saber|falar)|queria|gostaria|primeiro|em princípio|se calhar|até que|antes
      YES sim|claro|aceito|assino|com certeza|sem dúvida|de olhos fechados|fechado|conta comigo|topo
      NO não|recuso|não aceito|nem pensar|não é para mim|passo
      IF se|desde que|a partir de|com|contanto|pelo menos|no mínimo|abaixo
      MONEY salário|ordenado|brut[oa]s?|líquid[oa]s?|euros?|reais|mil|dinheiro|fixo|variável|valor|por mês|por ano|à hora|por hora|mensa(?:l|is)|anua(?:l|is)|mínimo|bónus|bônus
      BASE fixo|base
      MOVE mudança|mudar
      PROMISE (?:vou|tenho de|tenho que|fiquei de|prometi|devo) (?:lhe |lhes )?(?:mandar|enviar|ligar|preparar|entregar)\\w*(?:-lhe|-lhes)?|prometi|(?:mando|envio|mandarei|enviarei)(?:-lhe|-lhes)?|fiquei de \\w+|comprometi-me
      WORRY preocup\\w+|medo|dúvidas?|receio|incomod\\w+|confidencial|pé atrás|problema|assust\\w+|não gostei|desconfi\\w+|alarme|inquiet\\w+
      FACT sucesso|prioridades?|orçamento|concorr\\w+|outr[oa]s? candidat\\w+|objetiv\\w+|rotatividade|substitu\\w+|equipa de|equipe de|esperam|antecessor(?:a)?|querem
      HE ele|senhor|homem|diretor|doutor
      SHE ela|senhora|mulher|diretora|doutora|dona
      THEY eles|elas|nos
      """;

  private PortugueseDebrief() {}
}
