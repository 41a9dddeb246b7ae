package org.narrowgate.registry.fhir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Period;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PersonRecord.Validity;

class PatientReaderTest {
    private static final String START = "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":"
            + "\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"9000000009\"}],";

    static Stream<Arguments> read() throws IOException {
        return cases("/registry/patients-read.yaml")
                .map(example -> arguments(
                        example.get("that").asText(),
                        example.get("patient").asText(),
                        example.get("comes to").asText()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void reads(String that, String patient, String record) throws UnreadableResourceException {
        assertThat(written(PatientReader.read(patient.getBytes(UTF_8))))
                .as(that)
                .isEqualTo(record);
    }

    static Stream<Arguments> rejected() throws IOException {
        return cases("/registry/patients-rejected.yaml")
                .map(example -> arguments(
                        example.has("line")
                                ? example.get("line").asText()
                                : START + example.get("rest").asText() + "}",
                        example.get("reason").asText()));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rejected")
    void rejects(String line, String reason) {
        assertThatThrownBy(() -> PatientReader.read(line.getBytes(UTF_8)))
                .isInstanceOf(UnreadableResourceException.class)
                .hasMessage(reason)
                .hasNoCause();
    }

    @Test
    void rejectsWhatIsNotUtf8() {
        // Given
        byte[] line = (START + "\"birthDate\":\"\u00FF\"}").getBytes(ISO_8859_1);
        // Then
        assertThatThrownBy(() -> PatientReader.read(line))
                .isInstanceOf(UnreadableResourceException.class)
                .hasMessageStartingWith("not JSON")
                .hasNoCause();
    }

    @Test
    void rejectsTextTooLongForAName() {
        // Given
        var line = START + "\"name\":[{\"use\":\"usual\",\"family\":\"" + "x".repeat(256) + "\"}]}";
        // Then
        assertThatThrownBy(() -> PatientReader.read(line.getBytes(UTF_8)))
                .hasMessage("name[0].family is longer than 255 characters");
    }

    private static Stream<JsonNode> cases(String resource) throws IOException {
        try (var yaml = PatientReaderTest.class.getResourceAsStream(resource)) {
            var cases = new ArrayList<JsonNode>();
            new YAMLMapper().readTree(yaml).forEach(cases::add);
            return cases.stream();
        }
    }

    private static String written(PersonRecord person) {
        var words = new ArrayList<String>();
        words.add(person.nhsNumber().digits());
        person.birthDate().ifPresent(born -> words.add("born " + born.iso()));
        person.death()
                .ifPresent(death ->
                        words.add("died " + death.on().map(PartialDate::iso).orElse("?")));
        person.gender().ifPresent(gender -> words.add(gender.name()));
        words.add(person.protection().code());
        words.add(
                switch (person.validity()) {
                    case Validity.Valid ignored -> "valid";
                    case Validity.Invalidated ignored -> "invalidated";
                    case Validity.Superseded superseded ->
                        "superseded by " + superseded.by().digits();
                });
        var parts = new ArrayList<String>(List.of(String.join(" ", words)));
        person.names()
                .forEach(name -> parts.add(name.use().code() + " " + String.join(",", name.given()) + "/"
                        + name.family().orElse("-") + " " + written(name.period())));
        person.homes()
                .forEach(home -> parts.add("home " + String.join(",", home.lines()) + " "
                        + home.postcode().orElse("-") + " " + written(home.period())));
        person.registrations()
                .forEach(registration ->
                        parts.add("practice " + registration.odsCode() + " " + written(registration.period())));
        return String.join("; ", parts);
    }

    private static String written(Period period) {
        return period.start().map(PartialDate::iso).orElse("") + ".."
                + period.end().map(PartialDate::iso).orElse("");
    }
}
