package org.narrowgate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.EmbeddedDatabaseForTests;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseForTests.class)
class StartTest {
    @Test
    void starts() {}
}
