package org.narrowgate.web.transparency.consultations;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.narrowgate.governance.consultation.Reception;
import org.narrowgate.governance.consultation.Reception.Part;
import org.narrowgate.governance.consultation.RepresentationText;

/**
 * The form for a representation, with what was typed into it.
 *
 * @param bait what only a program fills in
 */
public record SentForm(String text, String name, String bait, List<Reception.Fault> faults, Notice notice) {
    static final SentForm EMPTY = new SentForm("", "", "", List.of(), Notice.NONE);

    private static final String BAIT = "website";

    public SentForm {
        faults = List.copyOf(faults);
    }

    /**
     * What became of the form before this page.
     *
     * @param kind {@code done}, {@code fault} or empty
     */
    public record Notice(String kind, String heading, String sentence) {
        static final Notice NONE = new Notice("", "", "");
        static final Notice ELSEWHERE =
                refused("The form was not sent from this page. Load the page and send it from here.");
        static final Notice BAITED =
                refused("The field that is to stay empty was filled in. It is empty now: send the form again.");
        static final Notice CLOSED = refused("The consultation takes no more representations.");
        static final Notice TOO_MANY_FROM_YOU = refused(
                "Many representations have come from your network within the hour. Keep your text and send it later.");
        static final Notice TOO_MANY = refused(
                "More representations have come within the hour than can be taken. Keep your text and send it later.");
        static final Notice UNFIT = refused("Something has to be put right below. What you typed is still there.");

        static Notice received(int number) {
            return new Notice(
                    "done",
                    "Thank you",
                    "Your representation, number " + number
                            + ", has been received. It is read before it shows here, and judged when the consultation has closed.");
        }

        private static Notice refused(String sentence) {
            return new Notice("fault", "This was not sent", sentence);
        }
    }

    static SentForm read(MultivaluedMap<String, String> typed) {
        return new SentForm(one(typed, "text"), one(typed, "name"), one(typed, BAIT), List.of(), Notice.NONE);
    }

    SentForm saying(Notice other) {
        return new SentForm(text, name, bait, faults, other);
    }

    SentForm faulty(List<Reception.Fault> found) {
        return new SentForm(text, name, bait, found, Notice.UNFIT);
    }

    boolean isBaited() {
        return !bait.isBlank();
    }

    TextField textField() {
        return new TextField(
                "text",
                "What you want to say",
                String.format(
                        "Plain text of %,d to %,d characters. Links and markup are shown as text.",
                        RepresentationText.SHORTEST, RepresentationText.LONGEST),
                text,
                faultOf(Part.TEXT),
                RepresentationText.LONGEST,
                12);
    }

    TextField nameField() {
        return new TextField(
                "name",
                "Your name or organisation, if you want it to show",
                "It is published with your text. Leave it empty to stay unnamed.",
                name,
                faultOf(Part.NAME),
                RepresentationText.LONGEST_NAME,
                1);
    }

    private String faultOf(Part part) {
        return faults.stream()
                .filter(fault -> fault.part() == part)
                .map(Reception.Fault::sentence)
                .findFirst()
                .orElse("");
    }

    // A browser sends line ends as two characters, which nobody typed.
    private static String one(MultivaluedMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("").replace("\r\n", "\n");
    }
}
