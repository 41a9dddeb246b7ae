package org.narrowgate.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of the package. */
@QuarkusIntegrationTest
class ReadingAgainIT extends ReadingAgainTest {}
