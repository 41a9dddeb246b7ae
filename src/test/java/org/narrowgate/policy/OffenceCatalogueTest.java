package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffenceCatalogueTest {
    @Test
    void holdsEveryOffenceWithItsMaximumInMonths() {
        assertThat(OffenceCatalogue.all())
                .extracting(offence -> offence.code() + " "
                        + (offence.maximumMonths().isPresent()
                                ? offence.maximumMonths().getAsInt()
                                : "life")
                        + " " + offence.kind())
                .containsExactly(
                        "murder life GENERAL",
                        "rape life GENERAL",
                        "robbery life GENERAL",
                        "grievous-bodily-harm-with-intent life GENERAL",
                        "supplying-class-a-drug life GENERAL",
                        "slavery life GENERAL",
                        "burglary-of-a-dwelling 168 GENERAL",
                        "fraud 120 GENERAL",
                        "criminal-damage 120 GENERAL",
                        "sexual-assault 120 GENERAL",
                        "false-identity-documents-with-intent 120 GENERAL",
                        "theft 84 GENERAL",
                        "grievous-bodily-harm 60 GENERAL",
                        "actual-bodily-harm 60 GENERAL",
                        "possessing-false-identity-documents 24 GENERAL",
                        "common-assault 6 GENERAL",
                        "harassment 6 GENERAL",
                        "drink-driving 6 GENERAL",
                        "fare-evasion 3 GENERAL",
                        "overstaying 48 IMMIGRATION_ONLY",
                        "illegal-entry 48 IMMIGRATION_ONLY",
                        "breach-of-conditions 48 IMMIGRATION_ONLY");
    }

    @Test
    void findsEachByItsCodeAndNothingElse() {
        assertThat(OffenceCatalogue.all())
                .allSatisfy(offence ->
                        assertThat(OffenceCatalogue.ofCode(offence.code())).contains(offence));
        assertThat(OffenceCatalogue.ofCode("jaywalking")).isEmpty();
    }
}
