package org.narrowgate.web.transparency.agreements;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of the package. */
@QuarkusIntegrationTest
class AgreementPagesIT extends AgreementPagesTest {}
