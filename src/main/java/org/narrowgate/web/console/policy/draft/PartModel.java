package org.narrowgate.web.console.policy.draft;

import java.util.List;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.policy.form.FormModel;

/**
 * A part of a draft with its form.
 *
 * @param draft address of the draft's page
 * @param address of this page
 * @param element what it is one of, where it can be removed; else empty
 * @param seen the revision that the form shows
 * @param saving what the button says
 * @param withheld why nothing can be changed; empty where something can
 * @param left what was typed into fields that are not there any more
 */
public record PartModel(
        String draft,
        String address,
        String title,
        String heading,
        String element,
        int seen,
        String saving,
        String notice,
        String withheld,
        Alert alert,
        List<Saying> left,
        FormModel form) {
    public PartModel {
        left = List.copyOf(left);
    }

    PartModel withWords(String done, String why) {
        return new PartModel(draft, address, title, heading, element, seen, saving, done, why, alert, left, form);
    }
}
