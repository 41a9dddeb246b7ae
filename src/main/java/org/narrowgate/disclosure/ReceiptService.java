package org.narrowgate.disclosure;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.disclosure.Step.Kind;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.Opening;
import org.narrowgate.ledger.Openings;
import org.narrowgate.ledger.publication.PublishedInclusion;
import org.narrowgate.ledger.publication.PublishedLog;
import org.narrowgate.policy.AgencyId;

/** Receipts again, and what proves them: for the agency whose step the entry is, and nobody else. */
@ApplicationScoped
public class ReceiptService {
    private static final ObjectMapper JSON = new ObjectMapper();
    // What the agency did itself, or was answered with. What staff do meanwhile is not for it to know.
    private static final Set<String> AGENCYS_OWN = Stream.of(
                    Kind.REQUEST,
                    Kind.READING,
                    Kind.REVIEW,
                    Kind.WITHDRAWAL,
                    Kind.INFORMATION,
                    Kind.MISMATCH,
                    Kind.DESTRUCTION)
            .map(Kind::word)
            .collect(toUnmodifiableSet());

    private final Openings openings;
    private final PublishedLog published;

    ReceiptService(Openings openings, PublishedLog published) {
        this.openings = openings;
        this.published = published;
    }

    /** The receipt of an entry; empty where it is not the agency's own, is none for its eyes, or does not exist. */
    public Optional<Receipt> receipt(AgencyId agency, long entry) {
        return openings.at(entry).flatMap(opening -> receipt(agency, opening, circumstances(opening)));
    }

    /**
     * What opens the entry that a receipt names.
     *
     * @throws LedgerUnavailableException when it cannot be read, or is not there
     */
    public Opening opening(long entry) {
        return openings.at(entry)
                .orElseThrow(() -> new LedgerUnavailableException("the log lacks an entry that a receipt names"));
    }

    /**
     * That the entry is in the log that everybody sees; empty until a checkpoint covers it.
     *
     * @throws LedgerUnavailableException when the log does not say
     */
    public Optional<PublishedInclusion> inclusion(long entry) {
        return PublishedInclusion.of(entry, published);
    }

    private static Optional<Receipt> receipt(AgencyId agency, Opening opening, JsonNode circumstances) {
        if (!circumstances.path("agency").asText().equals(agency.value())
                || !AGENCYS_OWN.contains(circumstances.path("kind").asText())) {
            return Optional.empty();
        }
        return Optional.of(new Receipt(
                opening.index(),
                Base64.getEncoder().encodeToString(opening.leafHash()),
                opening.appendedAt(),
                circumstances.get("policyVersion").asInt(),
                circumstances.get("policyHash").asText()));
    }

    private static JsonNode circumstances(Opening opening) {
        try {
            return JSON.readTree(opening.circumstances());
        } catch (IOException e) {
            throw new UncheckedIOException("an entry of the log is not JSON", e);
        }
    }
}
