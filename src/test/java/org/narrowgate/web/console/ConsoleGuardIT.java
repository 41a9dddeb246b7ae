package org.narrowgate.web.console;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of the package. */
@QuarkusIntegrationTest
class ConsoleGuardIT extends ConsoleGuardTest {}
