package org.narrowgate.web.record;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of the package. */
@QuarkusIntegrationTest
class RecordPageIT extends RecordPageTest {}
