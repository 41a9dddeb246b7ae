package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped policy gives to whom, as anybody can read it; changed only together with the files. */
class GoldenMatrixTest {
    private final Policy policy = Policy.shipped();
    private final List<PurposeId> purposes =
            policy.document().purposes().stream().map(Purpose::id).toList();

    @Test
    void treatsEveryFieldForEveryPurposeAsTheMatrixSays() throws IOException {
        // When
        var matrix = Stream.concat(
                        Stream.of("purpose,field,treatment"),
                        purposes.stream()
                                .flatMap(
                                        purpose -> Arrays.stream(Field.values()).map(field -> row(purpose, field))))
                .collect(joining("\n", "", "\n"));
        // Then
        assertThat(matrix).isEqualTo(golden("golden-matrix.csv"));
    }

    @Test
    void givesEveryPurposeToTheAgenciesTheTableSaysOnItsTerms() throws IOException {
        // When
        var table = Stream.concat(
                        Stream.of("agency,purpose,basis,decision,countersignature,deceased,grounds,search,limits"),
                        policy.document().agencies().stream().flatMap(agency -> entitled(agency.id())))
                .collect(joining("\n", "", "\n"));
        // Then
        assertThat(table).isEqualTo(golden("golden-grants.csv"));
    }

    private String row(PurposeId purpose, Field field) {
        var treatment = policy.purpose(purpose).orElseThrow().treatments().get(field);
        return purpose + "," + field.path() + "," + Treatments.write(requireNonNull(treatment));
    }

    private Stream<String> entitled(AgencyId agency) {
        var asker = new Asker(agency, Set.copyOf(purposes));
        return policy.entitlements(asker, purpose -> Standing.CLEAR).stream()
                .map(entitlement -> Stream.of(
                                agency,
                                entitlement.purpose(),
                                entitlement.lawfulBasis(),
                                entitlement.decision(),
                                entitlement.countersigning(),
                                entitlement.terms().deceased(),
                                grounds(entitlement),
                                search(entitlement),
                                limits(entitlement.terms()))
                        .map(Object::toString)
                        .collect(joining(",")));
    }

    private static String grounds(Entitlement entitlement) {
        return entitlement.grounds().stream()
                .map(ground -> ground.type().name())
                .collect(joining(" "));
    }

    private static String search(Entitlement entitlement) {
        return entitlement.searchArguments().stream()
                .sorted()
                .map(SearchArgument::path)
                .collect(joining(" "));
    }

    private static String limits(PurposeTerms terms) {
        return terms.dailyLimit().isEmpty() && terms.monthlyLimit().isEmpty()
                ? "none"
                : terms.dailyLimit().orElseThrow() + " a day "
                        + terms.monthlyLimit().orElseThrow() + " a month";
    }

    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/policy", name), StandardCharsets.UTF_8);
    }
}
