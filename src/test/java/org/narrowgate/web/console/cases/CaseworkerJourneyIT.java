package org.narrowgate.web.console.cases;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of the package. */
@QuarkusIntegrationTest
class CaseworkerJourneyIT extends CaseworkerJourneyTest {}
