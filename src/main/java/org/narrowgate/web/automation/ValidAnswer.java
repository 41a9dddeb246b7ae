package org.narrowgate.web.automation;

import java.util.List;

/**
 * That a document could be published.
 *
 * @param valid always true: faults are a problem
 * @param warnings sentences
 * @param difference from the version in force
 */
record ValidAnswer(boolean valid, List<String> warnings, List<ChangeAnswer> difference) {
    ValidAnswer {
        warnings = List.copyOf(warnings);
        difference = List.copyOf(difference);
    }
}
