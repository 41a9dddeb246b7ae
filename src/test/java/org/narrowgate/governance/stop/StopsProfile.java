package org.narrowgate.governance.stop;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests that stop or publish something, with a database of their own. Each starts again what it stopped. */
public final class StopsProfile implements QuarkusTestProfile {}
