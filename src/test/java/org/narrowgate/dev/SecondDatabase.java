package org.narrowgate.dev;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application with a second database, for tests that would use up a day's limits, or write what nobody else may. */
public final class SecondDatabase implements QuarkusTestProfile {}
