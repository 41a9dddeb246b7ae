package org.narrowgate.web.record.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.DisclosurePurpose;
import org.narrowgate.rights.request.DisclosurePurposes;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.web.RightsWords;
import org.narrowgate.web.record.requests.AskModel.Choice;
import org.narrowgate.web.record.requests.AskModel.Line;

/** The forms to ask something, in plain words. */
@ApplicationScoped
class AskModels {
    private final DisclosurePurposes purposes;
    private final RequestService requests;
    private final DisclosureService disclosures;

    AskModels(DisclosurePurposes purposes, RequestService requests, DisclosureService disclosures) {
        this.purposes = purposes;
        this.requests = requests;
        this.disclosures = disclosures;
    }

    /**
     * A form that was sent, to be shown again.
     *
     * @param chosen the purpose, or nothing
     * @param fault of the text; empty where nothing is wrong with it
     */
    record Attempt(String typed, String chosen, String fault, String choiceFault) {
        static final Attempt NONE = new Attempt("", "", "", "");
    }

    AskModel of(Asked.Kind kind, SignedInPerson person, Attempt attempt) {
        return new AskModel(
                kind.word(),
                title(kind),
                sentences(kind),
                kind == Asked.Kind.RESTRICTION
                        ? purposes.all().stream().map(AskModels::line).toList()
                        : List.of(),
                kind == Asked.Kind.OBJECTION ? choices(person, attempt.chosen()) : List.of(),
                label(kind),
                hint(kind),
                attempt.typed(),
                attempt.fault(),
                attempt.choiceFault(),
                button(kind),
                standIn(person));
    }

    /** Stands for a person, so that a form filled in by one is never sent in the name of another; tells nothing else. */
    String standIn(SignedInPerson person) {
        return disclosures.fingerprint("form of " + person.nhsNumber().digits());
    }

    private List<Choice> choices(SignedInPerson person, String chosen) {
        var asked = requests.askedBy(person.nhsNumber());
        return purposes.objectable().stream()
                .filter(purpose -> !asked.contains(new Asked.Objection(purpose.id())))
                .map(purpose -> new Choice(
                        purpose.id().value(),
                        purpose.title(),
                        agencies(purpose),
                        RightsWords.yields(purpose.restriction()),
                        purpose.id().value().equals(chosen) ? "checked" : ""))
                .toList();
    }

    private static Line line(DisclosurePurpose purpose) {
        return new Line(
                purpose.title(),
                agencies(purpose),
                RightsWords.yields(purpose.restriction()),
                switch (purpose.restriction()) {
                    case YIELDS -> "yes";
                    case STANDS -> "no";
                });
    }

    private static String agencies(DisclosurePurpose purpose) {
        return String.join(", ", purpose.agencies());
    }

    static String title(Asked.Kind kind) {
        return switch (kind) {
            case OBJECTION -> "Object to disclosures for a purpose";
            case RESTRICTION -> "Ask for restriction";
            case RECTIFICATION -> "Ask for something to be put right";
            case COPY -> "Ask for a copy";
        };
    }

    private static List<String> sentences(Asked.Kind kind) {
        return switch (kind) {
            case OBJECTION ->
                List.of(
                        "Where a public body's own task is the reason it may receive your details, you can object, on"
                                + " grounds that have to do with your own situation.",
                        "From the moment you send this, nobody is traced for that purpose when it is you they look for,"
                                + " until somebody has decided; and if your objection is upheld, for good. Whoever asks"
                                + " is told that nobody was traced, and cannot tell why.");
            case RESTRICTION ->
                List.of(
                        "While your data are restricted, nobody is traced for the purposes that yield when it is you"
                                + " they look for. Whoever asks is told that nobody was traced, and cannot tell why.",
                        "It takes effect the moment you send this, and holds until somebody has decided; if it is"
                                + " upheld, until it is no longer needed. You are told here before it ends.");
            case RECTIFICATION ->
                List.of("Say what is wrong and what is right. This gateway only reads the registry, so nothing changes"
                        + " at once: a caseworker has it put right where it is kept, and tells you here who was"
                        + " told.");
            case COPY ->
                List.of("Once it is released, you can take everything this page says of you with you, to print or as a"
                        + " file for a program, for 30 days.");
        };
    }

    private static String label(Asked.Kind kind) {
        return switch (kind) {
            case OBJECTION -> "Why you object";
            case RESTRICTION -> "Anything you want to add";
            case RECTIFICATION -> "What is wrong, and what is right";
            case COPY -> "Anything you want to add";
        };
    }

    private static String hint(Asked.Kind kind) {
        var most = String.format(Locale.UK, "%,d", RequestService.longest());
        var shortest = RequestService.shortest(kind);
        return shortest == 0
                ? "You need not write anything. Up to " + most + " characters."
                : shortest + " to " + most + " characters. A caseworker reads it, and nobody else.";
    }

    private static String button(Asked.Kind kind) {
        return switch (kind) {
            case OBJECTION -> "Send the objection";
            case RESTRICTION -> "Restrict my data now";
            case RECTIFICATION -> "Ask for this to be put right";
            case COPY -> "Ask for the copy";
        };
    }
}
