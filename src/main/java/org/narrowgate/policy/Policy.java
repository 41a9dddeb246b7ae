package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Embargo;
import org.narrowgate.policy.Purpose.Restriction;

/** A document in which no fault was found: it decides on requests. Immutable. */
public final class Policy {
    private static final String SHIPPED = "/policy/initial-policy.json";

    private final PolicyDocument document;
    private final String canonicalJson;
    private final String hash;
    private final Map<PurposeId, Lineage> purposes;
    private final Map<AgencyId, Agency> agencies;
    private final Map<AgencyId, Agreement> agreements;
    private final Stops stops;

    private Policy(PolicyDocument document, String canonicalJson) {
        this.document = document;
        this.canonicalJson = canonicalJson;
        this.hash = sha256(canonicalJson);
        this.purposes = new PurposeTree(document.purposes()).lineages();
        this.agencies = document.agencies().stream().collect(toUnmodifiableMap(Agency::id, Function.identity()));
        this.agreements =
                document.agreements().stream().collect(toUnmodifiableMap(Agreement::agency, Function.identity()));
        this.stops = Stops.NONE;
    }

    private Policy(Policy same, Stops stops) {
        this.document = same.document;
        this.canonicalJson = same.canonicalJson;
        this.hash = same.hash;
        this.purposes = same.purposes;
        this.agencies = same.agencies;
        this.agreements = same.agreements;
        this.stops = stops;
    }

    /**
     * The policy of a document that a program made, or that was read: in the newest format.
     *
     * @throws PolicyFaultsException with every fault of the document
     */
    public static Policy of(PolicyDocument document) {
        return read(PolicyWriter.canonicalJson(document));
    }

    /**
     * The policy of a document in JSON, in any format that is read. It keeps the text it was given.
     *
     * @throws PolicyFaultsException with every fault of the document
     */
    public static Policy read(String json) {
        var reading = PolicyReader.read(json);
        return checked(reading, new StatutoryCeiling(reading.document()).faults());
    }

    /** Only for {@link HistoricPolicy}, which keeps it to itself: nothing made here may be published. */
    static Policy readWithoutCeiling(String json) {
        return checked(PolicyReader.read(json), List.of());
    }

    private static Policy checked(PolicyReader.Reading reading, List<PolicyFault> beyondTheCeiling) {
        var document = reading.document();
        var faults = reading.faultsWith(
                Stream.concat(new DocumentRules(document).faults().stream(), beyondTheCeiling.stream()));
        if (!faults.isEmpty()) {
            throw new PolicyFaultsException(faults);
        }
        return new Policy(document, PolicyFormat.canonical(reading.given()));
    }

    /** The policy that comes with this version of the software. */
    public static Policy shipped() {
        return read(resource(SHIPPED));
    }

    static String resource(String name) {
        try (var resource = Policy.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the policy document " + name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the policy document " + name + " cannot be read", e);
        }
    }

    /** The same document, with nothing to be had of what is stopped. */
    public Policy under(Stops stopped) {
        return new Policy(this, stopped);
    }

    /** What this policy leaves out whatever its document says. */
    public Stops stops() {
        return stops;
    }

    /** Whether the document has such an agreement, purpose or agency. */
    public boolean names(Stoppable thing) {
        return switch (thing) {
            case Stoppable.OfAgreement(var id) ->
                document.agreements().stream()
                        .anyMatch(agreement -> agreement.id().equals(id));
            case Stoppable.OfPurpose(var id) -> purposes.containsKey(id);
            case Stoppable.OfAgency(var id) -> agencies.containsKey(id);
        };
    }

    /** What a stop of this thing takes: the purposes that agencies could ask for, agency by agency. */
    public Map<AgencyId, List<PurposeId>> takenBy(Stoppable thing) {
        var stop = new Stops(0, Map.of(thing, 0L));
        var taken = new LinkedHashMap<AgencyId, List<PurposeId>>();
        for (var agreement : document.agreements()) {
            var held = agreement.purposes().stream()
                    .map(grant -> purposes.get(grant.purpose()))
                    .filter(lineage -> lineage.prohibitionOf(agreement.agency()).isEmpty())
                    .filter(lineage -> stop.holding(agreement, lineage).isPresent())
                    .map(lineage -> lineage.purpose().id())
                    .toList();
            if (!held.isEmpty()) {
                taken.put(agreement.agency(), held);
            }
        }
        return taken;
    }

    /**
     * Decides on the request alone. Reasons to refuse are checked in the order of {@link RefusalReason}; the first
     * that applies is the answer.
     *
     * @param today the day on which the agreement must hold
     */
    public Decision decide(Asker asker, RequestFacts facts, Standing standing, LocalDate today) {
        return granted(asker, facts.purpose())
                .map(granted -> granted.decide(facts, standing, today))
                .orElseGet(() -> notGranted(asker, facts.purpose()).refusal());
    }

    /**
     * What is required of a request, one by one and with why it is met or not: the first that is not met is the reason
     * {@link #decide} refuses for, and where there is none it does not refuse. Where the purpose is not granted there
     * are no others.
     */
    public List<Requirement> requirements(Asker asker, RequestFacts facts, Standing standing, LocalDate today) {
        return granted(asker, facts.purpose())
                .map(granted -> new Requirements(granted, facts, standing, today).all())
                .orElseGet(() -> List.of(notGranted(asker, facts.purpose()).requirement()));
    }

    /** The refusal for a reason that is found elsewhere: under the log's lock, or by a caseworker. */
    public Refuse refusal(RefusalReason reason, Asker asker, PurposeId purpose) {
        return granted(asker, purpose)
                .map(granted -> granted.refusal(reason))
                .orElseGet(() -> notGranted(asker, purpose).refusal());
    }

    /**
     * What the agency may ask for: the purposes of the token that the agency's agreement names, in order of purpose,
     * whether or not the agreement is in force.
     */
    public List<Entitlement> entitlements(Asker asker, Function<PurposeId, Standing> standings) {
        return asker.scopes().stream()
                .sorted(Comparator.comparing(PurposeId::value))
                .flatMap(purpose -> granted(asker, purpose).stream())
                .map(granted -> granted.entitlement(standings.apply(granted.purpose())))
                .toList();
    }

    /** The agency an OIDC client speaks for. */
    public Optional<AgencyId> agencyOfClient(String clientId) {
        return document.agencies().stream()
                .filter(agency -> agency.clients().contains(clientId))
                .map(Agency::id)
                .findFirst();
    }

    public Optional<Agency> agency(AgencyId agency) {
        return Optional.ofNullable(agencies.get(agency));
    }

    public Optional<Agreement> agreementOf(AgencyId agency) {
        return Optional.ofNullable(agreements.get(agency))
                .map(agreement -> stops.holding(agreement).isPresent() ? agreement.suspended() : agreement);
    }

    /** A purpose as written, before the rules of those above it. */
    public Optional<Purpose> purpose(PurposeId purpose) {
        return Optional.ofNullable(purposes.get(purpose)).map(Lineage::purpose);
    }

    /** What a purpose and those above it leave of every field; of none where there is no such purpose. */
    public Map<Field, FieldTreatment> treatments(PurposeId purpose) {
        return Optional.ofNullable(purposes.get(purpose))
                .map(Lineage::treatments)
                .orElse(Map.of());
    }

    /** Whether a purpose may be widened only after an open consultation, for its own sake or that of one above it. */
    public Consultation consultation(PurposeId purpose) {
        return Optional.ofNullable(purposes.get(purpose))
                .map(Lineage::consultation)
                .orElse(Consultation.REQUIRED);
    }

    /** The purposes an agency's agreement gives it and nothing prohibits, in the order of the agreement. */
    public List<PurposeId> purposesOf(AgencyId agency) {
        return Optional.ofNullable(agreements.get(agency)).stream()
                .flatMap(agreement -> agreement.purposes().stream())
                .map(Agreement.Grant::purpose)
                .filter(purpose -> Optional.ofNullable(purposes.get(purpose))
                        .filter(lineage -> lineage.prohibitionOf(agency).isEmpty())
                        .isPresent())
                .toList();
    }

    /** Also for requests whose purpose was withdrawn while they waited: what the purpose says, granted or not. */
    public ReviewTerms reviewTerms(PurposeId purpose) {
        return Optional.ofNullable(purposes.get(purpose)).map(Lineage::review).orElse(ReviewTerms.DEFAULT);
    }

    /** Whether a restriction of processing keeps this purpose from a person, for its own sake or that of one above it. */
    public Restriction restriction(PurposeId purpose) {
        return Optional.ofNullable(purposes.get(purpose))
                .map(Lineage::restriction)
                .orElse(Restriction.YIELDS);
    }

    /** What delays a disclosure for this purpose in the person's own record; nothing where any above it does not. */
    public Optional<Embargo> embargo(PurposeId purpose) {
        return Optional.ofNullable(purposes.get(purpose)).flatMap(Lineage::embargo);
    }

    /** What the law has against this policy from a day on which it would come into force, beyond what holds for ever. */
    public List<PolicyFault> faultsInForceFrom(LocalDate day) {
        return StatutoryCeiling.faultsInForceFrom(day, document);
    }

    public PolicyDocument document() {
        return document;
    }

    /** The document as canonical JSON (RFC 8785), in the format it was written in. */
    public String canonicalJson() {
        return canonicalJson;
    }

    /** SHA-256 of the canonical JSON, hex. */
    public String hash() {
        return hash;
    }

    // INVARIANT: an intersection, never a union: the client, the token's scope, the agreement, the document, no
    // prohibition. Whose the client is may have changed since it was told from the policy then in force.
    private Optional<GrantedPurpose> granted(Asker asker, PurposeId purpose) {
        var agency = agencies.get(asker.agency());
        var agreement = agreements.get(asker.agency());
        var lineage = purposes.get(purpose);
        if (agency == null
                || agreement == null
                || lineage == null
                || !asker.scopes().contains(purpose)
                || !asker.client().stream().allMatch(agency.clients()::contains)) {
            return Optional.empty();
        }
        if (lineage.prohibitionOf(asker.agency()).isPresent()) {
            return Optional.empty();
        }
        return agreement.grantOf(purpose).map(grant -> GrantedPurpose.of(agency, agreement, grant, lineage, stops));
    }

    private NoGrant notGranted(Asker asker, PurposeId purpose) {
        return new NoGrant(
                asker.agency(), purpose, agreementOf(asker.agency()), Optional.ofNullable(purposes.get(purpose)));
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
