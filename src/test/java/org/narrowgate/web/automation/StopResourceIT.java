package org.narrowgate.web.automation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of the package. */
@QuarkusIntegrationTest
class StopResourceIT extends StopResourceTest {}
