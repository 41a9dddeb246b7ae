package org.narrowgate;

import static io.smallrye.config.ConfigMappings.ConfigClass.configClass;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.config.ConfigMappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.DecisionMode;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.SearchArgument;

/** Holds the README and the decision records to the code they speak of. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "narrowgate");
    private static final Path DECISIONS = Path.of("src", "docs", "decisions");
    private static final Path THREAT_MODEL = Path.of("src", "docs", "threat-model.md");
    private static final Pattern VARIABLE = Pattern.compile("\\b(QUARKUS|NARROWGATE)_[A-Z_]+\\b");
    private static final Pattern SETTING = Pattern.compile("\\b(quarkus|narrowgate)\\.[a-z0-9.-]+[a-z0-9]");

    /** What a receipt proves with, and the contract does not know; ReceiptsTest asks the application for it. */
    private static final String ADDED = """
            extend type Query { receipt(entry: ID!): Receipt }
            extend type Receipt {
              circumstances: String! circumstancesSalt: String! particularsHash: String! inclusion: Inclusion
            }
            type Inclusion { treeSize: String! leafIndex: ID! path: [String!]! checkpoint: String! }
            """;

    /** With what runs each: this test's neighbours, or CI itself. */
    private static final List<String> KINDS_OF_COMMAND = List.of(
            "./mvnw quarkus:dev",
            "./mvnw verify",
            "./mvnw package -Dnative",
            // Commands of their own, by a hand: they break things, or need the machine to themselves.
            "src/bench/run",
            "apt-get install chromium",
            "TOKEN=$(curl ",
            "DRAFT=$(curl ",
            "curl ",
            "java -jar target/quarkus-app/quarkus-run.jar ",
            // Read, not run: there is no cluster here, and no container engine (k8s.ReadmeKubernetesTest).
            "kubectl ",
            "docker build ");

    static Stream<Path> documents() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md"), THREAT_MODEL), records());
    }

    static Stream<Path> records() throws IOException {
        try (var records = Files.list(DECISIONS)) {
            return records.sorted().toList().stream();
        }
    }

    @Test
    void saysHowToRunAndHowToTest() {
        assertThat(Readme.commands()).startsWith("./mvnw quarkus:dev", "./mvnw verify");
    }

    @Test
    void namesTheTestCommandThatContinuousIntegrationCalls() {
        assertThat(Readme.read(Path.of(".ci", "run")).lines()).contains("./mvnw verify");
    }

    @Test
    void holdsOnlyCommandsOfAKindThatSomethingRuns() {
        assertThat(Readme.commands())
                .allSatisfy(command -> assertThat(KINDS_OF_COMMAND).anyMatch(command::startsWith));
    }

    @Test
    void namesOnlySettingsThatExist() throws IOException {
        // Given
        var existing = settings().map(ReadmeTest::variable).collect(toUnmodifiableSet());
        // When
        var named = Readme.found(VARIABLE, Readme.text());
        // Then
        assertThat(existing).containsAll(named);
    }

    @Test
    void namesEverySettingWithoutWhichNothingStarts() {
        // Given
        var required = Readme.found(VARIABLE, Readme.read(SOURCES.resolve("cli/RequiredSettings.java")));
        // When
        var table = Readme.table("variable").stream()
                .map(row -> row.getFirst().replace("`", ""))
                .toList();
        // Then
        assertThat(table).containsAll(required);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leadsOnlyToFilesThatExist(Path document) {
        // When
        var quoted = Readme.quoted(Readme.read(document)).stream()
                .filter(text -> text.matches("(src|k8s|\\.ci)/[\\w./-]+|mvnw|pom\\.xml|LICENSE"))
                .map(Path::of);
        var linked = Pattern.compile("]\\(([^)#:]+)\\)")
                .matcher(Readme.read(document))
                .results()
                .map(link -> document.resolveSibling(link.group(1)));
        // Then
        assertThat(Stream.concat(quoted, linked))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesOnlyTypesThatExist(Path document) throws IOException {
        // Given
        var ours = Set.copyOf(typesBelow("src").toList());
        var contract = contract();
        var alerts = Readme.found(Pattern.compile("(?<=alert: )\\w+"), rules());
        // When
        var named = Readme.quoted(Readme.read(document)).stream()
                .filter(text -> text.matches("([A-Z][a-z]+){2,}(IT)?|[A-Z][a-z]+IT"))
                .filter(Predicate.not(name -> contract.contains(" " + name + " ")));
        // Then
        assertThat(named).allMatch(name -> ours.contains(name) || name.equals("WebSocket") || alerts.contains(name));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordSaysWhatWasDecidedWhyAndWhatFollows(Path record) {
        // When
        var headings =
                Readme.read(record).lines().filter(line -> line.startsWith("#")).skip(1);
        // Then
        assertThat(headings).containsExactly("## Decision", "## Rationale", "## Consequences");
    }

    @Test
    void listsTheRooms() throws IOException {
        // Given
        List<String> folders;
        try (var files = Files.list(SOURCES)) {
            folders = files.filter(Files::isDirectory)
                    .map(folder -> "`" + folder.getFileName() + "`")
                    .sorted()
                    .toList();
        }
        // When
        var rooms = Readme.table("room").stream().map(List::getFirst);
        // Then
        assertThat(rooms).containsExactlyElementsOf(folders);
    }

    @Test
    void showsOnlyOperationsOfTheContractAndOfWhatIsAddedToIt() throws JsonProcessingException {
        // Given
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(contract() + ADDED));
        var fed = new ObjectMapper().readTree(Readme.fed()).get("query").textValue();
        // When
        var operations = Stream.concat(Readme.blocks("graphql").stream(), Stream.of(fed));
        // Then
        assertThat(operations)
                .hasSize(3)
                .allSatisfy(operation -> assertThat(new Validator()
                                .validateDocument(schema, new Parser().parseDocument(operation), Locale.ROOT))
                        .isEmpty());
    }

    @Test
    void listsThePurposesThatShip() {
        // Given
        var document = Policy.shipped().document();
        var shipped = document.purposes().stream()
                .map(purpose -> List.of(
                        "`" + purpose.id() + "`",
                        document.agreements().stream()
                                .filter(agreement -> gives(agreement, purpose))
                                .map(agreement -> "`" + agreement.agency() + "`")
                                .collect(joining(", ")),
                        decided(purpose),
                        purpose.searchArguments().contains(SearchArgument.NHS_NUMBER) ? "yes" : "no"))
                .toList();
        // When
        var table = Readme.table("purpose");
        // Then
        assertThat(table).isEqualTo(shipped);
    }

    @Test
    void namesTheVersionThatWaitsForItsFix() {
        // Given
        var version = Pattern.compile("<smallrye-graphql.version>(.*)</smallrye-graphql.version>")
                .matcher(Readme.read(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        // When
        var security = Readme.text().substring(Readme.text().indexOf("GHSA-jfgf-vvcv-mf69"));
        // Then
        assertThat(security).contains("`smallrye-graphql.version`", version + " is used");
    }

    @Test
    void statesTheDepthAndComplexityThatAreSet() {
        // Given
        var properties = Readme.read(Path.of("src", "main", "resources", "application.properties"))
                .lines()
                .filter(line -> line.startsWith("quarkus.smallrye-graphql.instrumentation-query-"))
                .map(line -> line.substring(line.lastIndexOf('-') + 1).split("="))
                .collect(toUnmodifiableMap(setting -> setting[0], setting -> setting[1]));
        // When
        var limits = Readme.table("limit").stream()
                .filter(row -> properties.containsKey(row.getFirst()))
                .collect(toUnmodifiableMap(List::getFirst, List::getLast));
        // Then
        assertThat(limits).isEqualTo(properties);
    }

    private static boolean gives(Agreement agreement, Purpose purpose) {
        return agreement.purposes().stream().anyMatch(grant -> grant.purpose().equals(purpose.id()));
    }

    private static String decided(Purpose purpose) {
        var mode = purpose.decision() == DecisionMode.AUTOMATIC ? "automatic" : "case by case";
        return purpose.countersignature() == Countersigning.REQUIRED ? mode + ", countersigned" : mode;
    }

    private static String rules() {
        return Readme.read(Path.of("k8s", "base", "monitoring", "narrowgate-rules.yaml"))
                + Readme.read(Path.of("k8s", "base", "monitoring", "jobs-rules.yaml"));
    }

    private static String contract() {
        return Readme.read(Path.of("src", "test", "resources", "contract", "schema.graphql"));
    }

    /** What our code and properties name, our own settings, and what Quarkus has for its HTTP port. */
    private static Stream<String> settings() throws IOException {
        try (var files = Files.walk(Path.of("src", "main"))) {
            var ours = files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .flatMap(file -> Readme.found(SETTING, Readme.read(file)).stream())
                    .toList();
            var mapped = Stream.of(Settings.class, VertxHttpConfig.class)
                    .flatMap(mapping -> ConfigMappings.getProperties(configClass(mapping)).keySet().stream())
                    // An item of a list: as one variable they stand with commas between them.
                    .map(name -> name.replace("[*]", ""));
            return Stream.concat(ours.stream(), mapped).toList().stream();
        }
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> typesBelow(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
