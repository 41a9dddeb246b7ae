package org.narrowgate.web.transparency.agreements;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Entitlement;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.policy.Treatments;
import org.narrowgate.transparency.agreements.AgreedPurpose;
import org.narrowgate.transparency.agreements.Milestone;
import org.narrowgate.transparency.agreements.PublicRegister;
import org.narrowgate.transparency.agreements.RegisteredAgreement;
import org.narrowgate.transparency.agreements.RegisteredVersion;

/** What agreements.json holds: the register for programs, in the words of policy documents. */
record AgreementsDocument(List<Registered> agreements, List<Version> versions) {
    AgreementsDocument {
        agreements = List.copyOf(agreements);
        versions = List.copyOf(versions);
    }

    /**
     * @param since absent where nothing says when it came to its state
     * @param validUntil absent where it has no end
     */
    @JsonInclude(Include.NON_NULL)
    record Registered(
            String id,
            String title,
            String agency,
            String agencyName,
            String statute,
            String state,
            @Nullable LocalDate since,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            int policyVersion,
            List<Agreed> purposes,
            List<Event> history,
            List<Event> announced) {
        Registered {
            purposes = List.copyOf(purposes);
            history = List.copyOf(history);
            announced = List.copyOf(announced);
        }
    }

    /**
     * @param stoppedSince absent while the purpose is not stopped
     * @param terms absent where the purpose is prohibited to the agency
     */
    @JsonInclude(Include.NON_NULL)
    record Agreed(
            String id,
            String title,
            boolean prohibited,
            @Nullable LocalDate stoppedSince,
            @Nullable Terms terms) {}

    @JsonInclude(Include.NON_NULL)
    record Terms(
            String lawfulBasis,
            String statute,
            String decision,
            String countersignature,
            String consultation,
            String restriction,
            @Nullable Delay embargo,
            List<Demand> grounds,
            List<String> searchArguments,
            Map<String, String> treatments,
            int responseWorkingDays,
            int retentionDays,
            @Nullable Integer dailyLimit,
            @Nullable Integer monthlyLimit) {
        Terms {
            grounds = List.copyOf(grounds);
            searchArguments = List.copyOf(searchArguments);
        }
    }

    record Delay(int days, LocalDate reviewBy, String reason) {}

    record Demand(String type, String clause, String text) {}

    @JsonInclude(Include.NON_NULL)
    record Event(String kind, Instant at, @Nullable Integer policyVersion, List<String> changes) {
        Event {
            changes = List.copyOf(changes);
        }
    }

    record Version(int number, String state, Instant inForceFrom, String sha256, String document) {}

    static AgreementsDocument of(PublicRegister register) {
        return new AgreementsDocument(
                register.agreements().stream()
                        .map(AgreementsDocument::registered)
                        .toList(),
                register.versions().stream().map(AgreementsDocument::version).toList());
    }

    private static Registered registered(RegisteredAgreement registered) {
        var agreement = registered.agreement();
        return new Registered(
                agreement.id().value(),
                agreement.title(),
                registered.agency().id().value(),
                registered.agency().name(),
                agreement.statute(),
                word(registered.status().kind()),
                registered.status().since().orElse(null),
                agreement.validFrom(),
                agreement.validUntil().orElse(null),
                registered.lastIn(),
                registered.purposes().stream().map(AgreementsDocument::agreed).toList(),
                registered.history().stream().map(AgreementsDocument::event).toList(),
                registered.announced().stream().map(AgreementsDocument::event).toList());
    }

    private static Agreed agreed(AgreedPurpose purpose) {
        return switch (purpose) {
            case AgreedPurpose.Granted granted ->
                new Agreed(
                        granted.entitlement().purpose().value(),
                        granted.entitlement().title(),
                        false,
                        granted.stoppedSince().orElse(null),
                        terms(granted));
            case AgreedPurpose.Prohibited(var id, var title) -> new Agreed(id.value(), title, true, null, null);
        };
    }

    private static Terms terms(AgreedPurpose.Granted granted) {
        var entitlement = granted.entitlement();
        var terms = entitlement.terms();
        return new Terms(
                entitlement.lawfulBasis().name(),
                granted.statute(),
                entitlement.decision().name(),
                entitlement.countersigning().name(),
                granted.consultation().name(),
                granted.restriction().name(),
                granted.embargo()
                        .map(embargo -> new Delay(embargo.days(), embargo.reviewBy(), embargo.reason()))
                        .orElse(null),
                entitlement.grounds().stream()
                        .map(ground -> new Demand(ground.type().name(), ground.clause(), ground.text()))
                        .toList(),
                entitlement.searchArguments().stream()
                        .sorted()
                        .map(SearchArgument::path)
                        .toList(),
                treatments(entitlement),
                terms.responseWorkingDays(),
                terms.retentionDays(),
                terms.dailyLimit().isPresent() ? terms.dailyLimit().getAsInt() : null,
                terms.monthlyLimit().isPresent() ? terms.monthlyLimit().getAsInt() : null);
    }

    private static Map<String, String> treatments(Entitlement entitlement) {
        var treatments = new LinkedHashMap<String, String>();
        Arrays.stream(Field.values())
                .forEach(field -> treatments.put(
                        field.path(),
                        Treatments.write(entitlement.treatments().getOrDefault(field, new FieldTreatment.Withhold()))));
        return treatments;
    }

    private static Event event(Milestone milestone) {
        return new Event(
                word(milestone.kind()),
                milestone.at(),
                milestone.policyVersion().isPresent()
                        ? milestone.policyVersion().getAsInt()
                        : null,
                milestone.sentences());
    }

    private static Version version(RegisteredVersion registered) {
        var version = registered.published();
        return new Version(
                version.number(),
                word(version.state()),
                version.inForceFrom(),
                version.hash(),
                "/transparency/agreements/versions/" + version.number() + ".json");
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
