package io.politely.interviews;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Common first names of where the seven languages are spoken, for telling a name and a "she". */
final class FirstNames {

  private static final Set<String> WOMEN =
      set(
          """
          mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
          sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
          rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole
          helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane
          ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan
          andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice
          jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly
          isabella theresa diana natalie brittany charlotte marie kayla alexis lori marge margie peggy
          winnie carla prue prudence bettina fiona priya lupe guadalupe simone rosalind nora dana
          claire jane kate lucy sally wendy zoe chloe ella holly erin gail tracy tara mei yuki aisha
          fatima leila layla nadia amina ingrid astrid sigrid petra sabine monika claudia birgit
          susanne karin heike martina stefanie katrin kathrin anja silke ulrike ute gisela renate
          ursula brigitte angelika gabriele cornelia elke kerstin tanja melanie nicole yvonne anke
          antje dagmar doris elisabeth eva franziska friederike hanna heidi helga ilse inge jutta
          johanna katharina katja lena lea lara leonie luise magdalena manuela margit mareike marlene
          michaela miriam nina regina rita sonja svenja tina ulla vera verena wiebke jana svetlana
          camille élodie elodie sylvie nathalie isabelle valérie valerie sophie céline celine sandrine
          véronique veronique christelle aurélie aurelie émilie emilie hélène helene florence monique
          françoise francoise anne martine dominique corinne delphine laetitia caroline pauline manon
          mathilde juliette agnès agnes béatrice beatrice brigitte chantal colette élise elise estelle
          geneviève genevieve ghislaine karine laurence lucie magali mireille muriel odile pascale
          ségolène solène solange margaux inès ines josefa carmen ana isabel dolores pilar teresa
          cristina marta rosa lucía lucia paula elena raquel mercedes beatriz nuria núria silvia
          rocío rocio inmaculada montserrat concepción concha amparo consuelo encarna esther irene
          julia lola lorena maite marina marisa mónica monica noelia olga patricia sonia susana
          verónica yolanda alba almudena begoña blanca celia clara daniela gloria victoria ximena
          giulia francesca chiara alessandra federica elisa valentina paola roberta simona ilaria
          antonella barbara daniela donatella giovanna lucia luisa manuela michela ornella raffaella
          rosanna serena stefania femke sanne marijke anneke ellen esther floor fleur ilse ingrid
          jolanda joke karin lieke linda loes lotte maaike margriet marieke marja marleen mieke mirjam
          monique nienke petra roos saskia sjoukje tineke willemijn wilma yvette annemiek anouk bianca
          carolien corrie els geertje hanneke hetty ilona janneke liesbeth joana mariana beatriz
          catarina inês rita sofia carolina filipa fernanda juliana luciana márcia patrícia renata
          tatiana vanessa adriana aline bruna débora gabriela helena larissa letícia lívia simone
          """);

  private static final Set<String> MEN =
      set(
          """
          james robert john michael david william richard joseph thomas charles christopher daniel
          matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy
          ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
          scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry
          tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter
          keith roger terry sean austin gerald carl harold dylan arthur lawrence jordan jesse bryan
          billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent rudy kip
          ted bob bobby tom tim jim jimmy bill will ben dan dave steve mike matt nick sam greg rob
          rick ron ray al alex ed ewan ian hamish angus duncan callum colin gareth rhys owen graham
          nigel simon stuart neil clive trevor derek barry calvin curtis lachlan anselm dmitri dimitri
          ivan igor sergei boris raj ravi sanjay vikram arjun amir omar ali hassan ahmed karim mehdi
          youssef mohamed mohammed kwame kwabena kofi emeka marcus malcolm lewis leon louis luke liam
          connor craig dean doug earl floyd fred glenn harry harvey howard hugh ken kurt lee lloyd
          marvin max miles morgan oscar otto phil ralph reg ross roy russell stan sid toby victor
          vince wade warren zach jörg joerg jürgen juergen klaus wolfgang hans heinz günter günther
          manfred dieter uwe bernd ralf holger stefan stephan andreas markus matthias christian
          torsten thorsten jens kai lars sven olaf axel dirk frank michael martin jan tobias florian
          sebastian philipp felix lukas moritz maximilian johannes jonas julian dominik daniel
          benedikt bastian bernhard carsten karsten christoph detlef eberhard eckhard erich ernst
          friedrich fritz georg gerd gerhard gregor gustav hartmut heiko heinrich helmut henning
          herbert hermann horst hubert ingo joachim jochen jörn josef karl konrad kurt lothar ludwig
          marco marius mario markus mirko norbert oliver otto pascal paul rainer reiner reinhard
          robert roland rolf rudolf rüdiger siegfried steffen theo thilo timo udo ulf ulrich volker
          walter werner wilfried wilhelm bertrand philippe pierre jean jacques michel alain bernard
          patrick nicolas christophe laurent olivier stéphane stephane frédéric frederic éric eric
          julien sébastien sebastien guillaume thierry pascal vincent antoine arnaud benoît benoit
          bruno cédric cedric claude damien denis didier emmanuel étienne etienne fabien fabrice
          françois francois franck gaël gaetan gérard gerard gilles grégory guy hervé herve hugo
          jérôme jerome joël ludovic luc marc mathieu matthieu maxime maurice norbert quentin raphaël
          régis rémi remi rené rene romain serge sylvain tanguy théo thibault tristan valentin xavier
          yann yannick yves antonio manuel josé francisco juan javier carlos miguel ángel angel jesús
          pedro luis rafael fernando alejandro sergio alberto pablo jorge ramón ramon enrique vicente
          andrés andres joaquín joaquin diego raúl raul rubén ruben iván álvaro alvaro óscar oscar
          adrián adrian alfonso alfredo arturo césar cesar eduardo emilio esteban felipe félix
          gonzalo gregorio guillermo gustavo hugo ignacio íñigo iñigo jaime julio lorenzo marcelo
          marcos mariano mateo nicolás pascual ricardo roberto rodrigo salvador santiago tomás tomas
          víctor xavi jordi pau giuseppe giovanni mario luigi marco andrea luca matteo alessandro
          francesco stefano paolo roberto davide fabio massimo claudio riccardo simone daniele
          enrico filippo gianni giacomo lorenzo maurizio nicola pietro salvatore sergio tommaso
          vincenzo ruud bas joost jan piet kees henk willem dirk gerrit hans johan maarten marcel
          martijn mark menno niels paul peter pieter rik rob robbert roel ronald ruben sander sjoerd
          stijn thijs tim tom ton wim wouter arjan arjen bart bram daan dennis edwin erik erwin
          evert ferry frans fred freek gijs harm harry hendrik herman hugo jaap jasper jeroen joop
          joris jos koen lars leo lex luuk matthijs mees michiel nico onno otto patrick rens rené
          rogier ruben teun theo tjeerd joão joao paulo pedro tiago rui nuno luís luis miguel vasco
          antónio ricardo bruno hélder fábio gonçalo jorge josé rodrigo thiago marcelo márcio
          leandro luciano renato wagner rafael vinícius caio otávio
          """);

  private FirstNames() {}

  private static Set<String> set(String names) {
    return Arrays.stream(names.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  static boolean contains(String name) {
    return isWomans(name) || isMans(name);
  }

  static boolean isWomans(String name) {
    return WOMEN.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isMans(String name) {
    return MEN.contains(name.toLowerCase(Locale.ROOT));
  }
}
