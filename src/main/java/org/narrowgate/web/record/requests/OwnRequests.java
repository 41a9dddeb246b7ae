package org.narrowgate.web.record.requests;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.DisclosurePurposes;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.web.record.Visitor;

/** What the person who is signed in has asked, and can ask; templates know it as {@code inject:ownRequests}. */
@Named("ownRequests")
@RequestScoped
@TemplateData
public class OwnRequests {
    private final RequestService requests;
    private final DisclosurePurposes purposes;
    private final CaseCards cards;
    private final Visitor visitor;

    OwnRequests(RequestService requests, DisclosurePurposes purposes, CaseCards cards, Visitor visitor) {
        this.requests = requests;
        this.purposes = purposes;
        this.cards = cards;
        this.visitor = visitor;
    }

    /** Something that can be asked now. */
    @TemplateData
    public record Offer(String kind, String title) {}

    /** The latest first; none for somebody whose sign-in does not suffice. */
    public List<CaseCard> cases() {
        return visitor.person().stream()
                .flatMap(person -> requests.casesOf(person.nhsNumber()).stream())
                .map(cards::of)
                .toList();
    }

    /** What is not open or in effect already. */
    public List<Offer> offers() {
        return visitor.person().stream()
                .map(person -> requests.askedBy(person.nhsNumber()))
                .flatMap(asked -> Arrays.stream(Asked.Kind.values()).filter(kind -> isOffered(kind, asked)))
                .map(kind -> new Offer(kind.word(), AskModels.title(kind)))
                .toList();
    }

    private boolean isOffered(Asked.Kind kind, List<Asked> asked) {
        return switch (kind) {
            case OBJECTION ->
                purposes.objectable().stream().anyMatch(purpose -> !asked.contains(new Asked.Objection(purpose.id())));
            case RESTRICTION, RECTIFICATION, COPY -> asked.stream().noneMatch(one -> one.kind() == kind);
        };
    }
}
