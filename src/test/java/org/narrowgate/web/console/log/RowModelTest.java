package org.narrowgate.web.console.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.ledger.search.FoundEntry;
import org.narrowgate.ledger.search.FoundEntry.Particulars;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.Stops;

class RowModelTest {
    private static final Instant AT = Instant.parse("2026-07-01T11:32:00Z");
    private static final PublishedNames NAMES = new PublishedNames(new ShippedAlone());

    @Test
    void aDisclosureSaysWhoAskedForWhatAndWhichFieldsLeft() {
        // When
        var row = RowModel.of(
                entry(
                        "{\"agency\":\"counter-fraud\",\"at\":\"2026-07-01T11:32:00Z\",\"form\":1,"
                                + "\"generalised\":{\"birthDate\":\"year\"},\"kind\":\"request\",\"outcome\":\"traced\","
                                + "\"policyVersion\":1,\"purpose\":\"counter-fraud\",\"released\":[\"deceased\"],"
                                + "\"request\":\"00000000-0000-4000-8000-000000000001\","
                                + "\"withheld\":[{\"field\":\"gender\",\"reason\":\"NOT_NEEDED_FOR_PURPOSE\"}]}",
                        Particulars.KEPT),
                NAMES);
        // Then
        assertThat(row)
                .isEqualTo(new RowModel(
                        3,
                        AT,
                        "1 July 2026, 12:32",
                        "Request received",
                        "NHS Counter Fraud Authority",
                        row.purpose(),
                        "Traced",
                        "",
                        List.of("whether the person has died"),
                        List.of("date of birth: only the year"),
                        List.of("gender"),
                        "00000000-0000-4000-8000-000000000001",
                        1,
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "kept"));
        assertThat(row.purpose()).isNotEmpty().isNotEqualTo("counter-fraud");
    }

    @Test
    void aRefusalGivesItsReason() {
        // When
        var row = RowModel.of(
                entry("{\"kind\":\"request\",\"outcome\":\"refused\",\"reason\":\"GROUND_MISSING\"}", Particulars.GONE),
                NAMES);
        // Then
        assertThat(row.outcome()).isEqualTo("Refused");
        assertThat(row.reason()).isEqualTo("Ground missing");
        assertThat(row.isErased()).isTrue();
    }

    @Test
    void whatIsNotKnownHereIsShownAsItIsWritten() {
        // When
        var row = RowModel.of(
                entry(
                        "{\"agency\":\"an-old-one\",\"kind\":\"a-new-kind\",\"outcome\":\"strange\","
                                + "\"policyVersion\":99,\"released\":[\"no.such.field\"]}",
                        Particulars.KEPT),
                NAMES);
        // Then
        assertThat(List.of(row.kind(), row.agency(), row.outcome()))
                .containsExactly("a-new-kind", "an-old-one", "strange");
        assertThat(row.released()).containsExactly("no.such.field");
    }

    @Test
    void anEntryThatCannotBeReadSaysSoAndNothingOfIt() {
        // When
        var row = RowModel.of(entry("\0{\"kind\"", Particulars.KEPT), NAMES);
        // Then
        assertThat(row.kind()).isEqualTo("Cannot be read: it is not what was written");
        assertThat(row.agency()).isEmpty();
    }

    @Test
    void aFileHoldsTheSameAndNoFormula() {
        // Given
        var row = new RowModel(
                3,
                AT,
                "",
                "=cmd",
                "Police, \"north\"",
                "",
                "Traced",
                "",
                List.of("gender", "address"),
                List.of(),
                List.of(),
                "",
                0,
                "AAAA",
                "kept");
        // When and then
        assertThat(RowFile.csv(List.of(row)))
                .isEqualTo("index,at,kind,agency,purpose,outcome,reason,released,generalised,withheld,request,"
                        + "policy_version,leaf_hash,particulars\r\n"
                        + "3,2026-07-01T11:32:00Z,'=cmd,\"Police, \"\"north\"\"\",,Traced,,gender; address,,,,,AAAA,"
                        + "kept\r\n");
    }

    private static FoundEntry entry(String circumstances, Particulars particulars) {
        return new FoundEntry(3, AT, circumstances.getBytes(UTF_8), new byte[32], particulars);
    }

    /** The shipped policy as the one version there is. */
    private static final class ShippedAlone implements PolicyVersions {
        private final PolicyVersion shipped = new PolicyVersion(1, Policy.shipped(), Instant.EPOCH);

        @Override
        public Optional<PolicyVersion> inForce(Instant now) {
            return Optional.of(shipped);
        }

        @Override
        public Optional<Published> published() {
            return Optional.of(new Published(new PolicyMark(1, 0), 1));
        }

        @Override
        public List<PolicyVersion> toCome() {
            return List.of();
        }

        @Override
        public Stops stops() {
            return Stops.NONE;
        }

        @Override
        public Optional<PolicyVersion> version(int number) {
            return Optional.of(shipped).filter(version -> version.number() == number);
        }
    }
}
