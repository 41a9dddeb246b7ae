package org.narrowgate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.disclosure.Person;
import org.narrowgate.policy.HistoricPolicy;
import org.narrowgate.policy.Policy;
import org.narrowgate.registry.Registry;
import picocli.CommandLine.Command;

/** The rooms and their borders: design and decision 0002. A room may use itself and what its line names. */
class ArchitectureTest {
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry(
                    "api",
                    List.of(
                            "caller",
                            "casework",
                            "disclosure",
                            "policy",
                            "ledger",
                            "subject",
                            "rights",
                            "observation")),
            Map.entry(
                    "web",
                    List.of(
                            "caller",
                            "casework",
                            "disclosure",
                            "policy",
                            "governance",
                            "ledger",
                            "rights",
                            "subject",
                            "transparency")),
            Map.entry(
                    "cli",
                    List.of(
                            "registry",
                            "ledger",
                            "policy",
                            "casework",
                            "disclosure",
                            "governance",
                            "subject",
                            "transparency")),
            Map.entry("caller", List.of("policy", "subject")),
            Map.entry("casework", List.of("caller", "policy", "disclosure", "ledger", "subject", "observation")),
            Map.entry("disclosure", List.of("caller", "policy", "registry", "ledger", "subject")),
            Map.entry("policy", List.of()),
            Map.entry("governance", List.of("caller", "policy", "casework", "ledger")),
            Map.entry("rights", List.of("caller", "policy", "ledger", "casework", "disclosure", "subject")),
            Map.entry("registry", List.of("policy", "subject", "observation")),
            Map.entry("subject", List.of("policy")),
            Map.entry("ledger", List.of("observation")),
            Map.entry("observation", List.of()),
            Map.entry("transparency", List.of("casework", "policy", "governance", "ledger")),
            Map.entry("dev", List.of("registry", "transparency", "ledger")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.narrowgate");

    static Stream<String> rooms() {
        return ROOMS.keySet().stream().sorted();
    }

    @Test
    void everyClassIsInARoomOrWiresThem() {
        // When
        var places = CLASSES.stream()
                .map(found ->
                        found.getPackageName().replace("org.narrowgate", "").replaceFirst("^\\.", ""))
                .map(found -> found.replaceFirst("\\..*", ""))
                .filter(found -> !found.isEmpty())
                .collect(toUnmodifiableSet());
        // Then
        assertThat(ROOMS.keySet()).containsAll(places);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatItsLineNames(String room) {
        var allowed = Stream.concat(Stream.of(room), ROOMS.getOrDefault(room, List.of()).stream())
                .map(name -> "org.narrowgate." + name + "..")
                .toArray(String[]::new);
        classes()
                .that(resideInAPackage("org.narrowgate." + room + ".."))
                .should()
                .onlyDependOnClassesThat(outsideOfNarrowgate().or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theRulesCarryNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.narrowgate.policy",
                        "org.narrowgate.subject",
                        "org.narrowgate.registry",
                        "org.narrowgate.ledger",
                        "org.narrowgate.transparency.archive")
                .and()
                .haveSimpleNameNotEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "io.smallrye..", "org.eclipse..")
                .check(CLASSES);
    }

    @Test
    void onlyOneClassBuildsAPerson() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.narrowgate.disclosure.TreatedPerson")
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "it is Person's", call -> call.getTargetOwner().isEquivalentTo(Person.class)))
                .check(CLASSES);
    }

    @Test
    void onlyAHistoricPolicyMayExceedTheCeiling() {
        noClasses()
                .that()
                .areNotAssignableTo(HistoricPolicy.class)
                .should()
                .callMethod(Policy.class, "readWithoutCeiling", String.class)
                .check(CLASSES);
    }

    @Test
    void onlyDisclosureAsksTheRegistry() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.narrowgate.disclosure..", "org.narrowgate.registry..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Registry.class)
                .check(CLASSES);
    }

    @Test
    void entitiesStayInTheStores() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .resideInAPackage("..store..")
                .check(CLASSES);
    }

    @Test
    void noClassBringsRandomNumbersFromTheBuildOfAnExecutable() {
        noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(assignableTo(Random.class))
                .check(CLASSES);
    }

    @Test
    void commandsCanBeReadInAnExecutable() {
        classes()
                .that()
                .areAnnotatedWith(Command.class)
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(RegisterForReflection.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> outsideOfNarrowgate() {
        return DescribedPredicate.describe(
                "outside of Narrowgate", found -> !found.getPackageName().startsWith("org.narrowgate"));
    }
}
