package io.politely;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of the house: the first test to read. Each rule is also held against {@code
 * crookedhouse}, a package of the tests that breaks it, to show that it can fail.
 */
class ArchitectureTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.politely");

  private static final JavaClasses CROOKED =
      new ClassFileImporter().importPackages("io.politely.crookedhouse");

  /**
   * Front-door methods that cannot know a workspace yet: they find or make one. Each is a decision.
   */
  private static final Set<String> BEFORE_A_WORKSPACE = Set.of();

  /** A Spring stereotype or {@link Edge}, on a class or one around it, is its licence to do I/O. */
  private static final DescribedPredicate<JavaClass> LICENSED =
      describe(
          "have a licence to do I/O",
          type ->
              type.isMetaAnnotatedWith(Component.class)
                  || type.isMetaAnnotatedWith(ConfigurationProperties.class)
                  || type.isMetaAnnotatedWith(Edge.class)
                  || type.getEnclosingClass().map(ArchitectureTest::isLicensed).orElse(false));

  private static final DescribedPredicate<JavaClass> PURE =
      not(LICENSED)
          .and(describe("are code", type -> !type.getSimpleName().equals("package-info")))
          .as("are pure");

  private static final DescribedPredicate<JavaMethodCall> ASKS_THE_WORLD =
      describe(
          "ask for time, chance or the environment",
          call -> {
            var owner = call.getTargetOwner().getFullName();
            var name = call.getTarget().getName();
            return (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.time.ZoneId") && name.equals("systemDefault"))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.util.TimeZone") && name.equals("getDefault"))
                || (owner.equals("java.util.Locale") && name.equals("getDefault"))
                || (owner.equals("java.lang.System")
                    && !Set.of("arraycopy", "identityHashCode", "lineSeparator").contains(name));
          });

  private static final DescribedPredicate<JavaClass> OF_THE_WORLD =
      resideInAnyPackage("java.lang.reflect..", "java.util.logging..", "java.util.prefs..")
          .or(
              describe(
                  "are of the world",
                  type ->
                      Set.of(
                              Clock.class.getName(),
                              "java.lang.Process",
                              "java.lang.ProcessBuilder",
                              "java.lang.ProcessHandle",
                              "java.lang.Runtime",
                              "java.lang.Thread",
                              "java.util.Random",
                              "java.util.concurrent.ThreadLocalRandom",
                              "java.util.Scanner",
                              "java.util.Timer")
                          .contains(type.getFullName())));

  /** Of java.security only this: the rest deals in chance and keys. */
  private static final Set<String> HASHING =
      Set.of("java.security.MessageDigest", "java.security.NoSuchAlgorithmException");

  private static final ArchRule PURE_CLASSES_USE_PURE_THINGS =
      classes()
          .that(PURE)
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                          "java.lang..",
                          "java.util..",
                          "java.time..",
                          "java.math..",
                          "java.text..",
                          "java.net", // URI, and percent-encoding
                          "java.nio.charset..",
                          "org.jspecify..",
                          "org.jsoup..",
                          "com.google.common.net", // the public suffix list
                          "com.google.errorprone.annotations..")
                      .or(describe("hash", type -> HASHING.contains(type.getFullName())))
                      .or(resideInAPackage("io.politely..").and(not(LICENSED)))
                      .or(describe("are primitive", JavaClass::isPrimitive))
                      .or(describe("are arrays", JavaClass::isArray))))
          .because("a class without a licence does no I/O: pass in what it needs");

  private static final ArchRule PURE_CLASSES_DO_NOT_ASK_THE_WORLD =
      noClasses()
          .that(PURE)
          .should(dependOnClassesThat(OF_THE_WORLD).or(callMethodWhere(ASKS_THE_WORLD)))
          .because("the same arguments must give the same answer: pass in now, zone and new ids");

  private static final ArchRule ONLY_FRONT_DOORS_OPEN_TRANSACTIONS =
      methods()
          .that()
          .areMetaAnnotatedWith(Transactional.class)
          .should(standInTheFrontDoorOfTheirModule())
          .andShould(takeTheWorkspaceFirst())
          .because("a transaction is one request to one module, in one workspace");

  private static final ArchRule NO_TRANSACTIONAL_CLASSES =
      noClasses()
          .should()
          .beMetaAnnotatedWith(Transactional.class)
          .because("each method says itself whether it reads or writes");

  private static final ArchRule SQL_IS_IN_STORES =
      classes()
          .that(
              describe(
                  "are neither stores nor the database module",
                  type ->
                      !outermost(type).getSimpleName().endsWith("Store")
                          && !type.getPackageName().startsWith("io.politely.database")))
          .should()
          .onlyDependOnClassesThat(
              not(resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")))
          .because("all SQL of a module is in its one store");

  private static final ArchRule NAMES_SAY_SOMETHING =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl|Dto|DTO|Service)$")
          .because("such a name says nothing about what the class is for");

  @Test
  void dependencies_point_downward() {
    ApplicationModules.of(Politely.class).verify();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_house_keeps_the_rule(String name, ArchRule rule) {
    rule.check(CODE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_rule_can_fail(String name, ArchRule rule) {
    assertThat(rule.evaluate(CROOKED).hasViolation()).isTrue();
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of("pure classes use pure things", PURE_CLASSES_USE_PURE_THINGS),
        Arguments.of("pure classes do not ask the world", PURE_CLASSES_DO_NOT_ASK_THE_WORLD),
        Arguments.of("only front doors open transactions", ONLY_FRONT_DOORS_OPEN_TRANSACTIONS),
        Arguments.of("no transactional classes", NO_TRANSACTIONAL_CLASSES),
        Arguments.of("SQL is in stores", SQL_IS_IN_STORES),
        Arguments.of("names say something", NAMES_SAY_SOMETHING));
  }

  private static boolean isLicensed(JavaClass type) {
    return LICENSED.test(type);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static ArchCondition<JavaMethod> standInTheFrontDoorOfTheirModule() {
    return condition(
        "stand in the front door of their module",
        method -> {
          var type = method.getOwner();
          var module = type.getPackageName().replaceFirst("io\\.politely\\.", "");
          return type.getSimpleName().toLowerCase(Locale.ROOT).equals(module);
        });
  }

  private static ArchCondition<JavaMethod> takeTheWorkspaceFirst() {
    return condition(
        "take the workspace first",
        method ->
            BEFORE_A_WORKSPACE.contains(method.getOwner().getSimpleName() + "." + method.getName())
                || (!method.getRawParameterTypes().isEmpty()
                    && method.getRawParameterTypes().getFirst().isEquivalentTo(WorkspaceId.class)));
  }

  private static ArchCondition<JavaMethod> condition(
      String description, Predicate<JavaMethod> holds) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                method, holds.test(method), "%s: %s".formatted(method.getFullName(), description)));
      }
    };
  }
}
