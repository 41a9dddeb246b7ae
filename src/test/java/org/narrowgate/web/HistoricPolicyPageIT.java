package org.narrowgate.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of the package. */
@QuarkusIntegrationTest
class HistoricPolicyPageIT extends HistoricPolicyPageTest {}
