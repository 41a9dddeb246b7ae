package org.narrowgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.DraftState;

/** Runs the README's commands for a policy in a repository, as they stand there, only at the addresses of this test. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(PolicyInARepositoryTest.Profile.class)
class PolicyInARepositoryTest {
    /** An application with a database of its own, in which nothing has been drafted or published. */
    public static final class Profile implements QuarkusTestProfile {}

    private static final int FAULTY = 22; // what curl ends with

    @TempDir
    Path repository;

    @Inject
    DraftService drafts;

    private record Ended(int status, String said) {}

    @Test
    void aMergedChangeIsADraftThatWaitsForApproval() throws Exception {
        // When
        var exported = run("-o policy.json");
        change("\"address.postcode\":\"generalised to district\"", "\"address.postcode\":\"withheld\"");
        var validated = run("/admin/policy/validate");
        var submitted = run("DRAFT=");
        // Then
        assertThat(exported.status()).isZero();
        assertThat(validated.status()).isZero();
        assertThat(validated.said()).contains("NHS Counter Fraud Authority", "postcode");
        assertThat(submitted.status()).isZero();
        assertThat(drafts.all()).extracting(DraftHead::state).containsExactly(DraftState.SUBMITTED);
    }

    @Test
    void aFaultyChangeFailsInContinuousIntegrationWithItsPlace() throws Exception {
        // Given
        run("-o policy.json");
        change("\"thresholdMonths\":12", "\"thresholdMonths\":11");
        // When
        var validated = run("/admin/policy/validate");
        // Then
        assertThat(validated.status()).isEqualTo(FAULTY);
        assertThat(validated.said()).contains("/thresholdMonths", "commitment of 9 May 2018, ground 1");
    }

    private void change(String text, String into) throws IOException {
        var file = repository.resolve("policy.json");
        var before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, into));
    }

    /** The block that holds this, after the one that gets the token. */
    private Ended run(String marker) throws IOException, InterruptedException {
        var blocks = Readme.blocks("sh");
        var script = String.join("\n", List.of(block(blocks, "policy-pipeline"), block(blocks, marker)))
                .replace("http://localhost:8180", issuer())
                .replace("http://localhost:8080", "http://localhost:" + RestAssured.port);
        var shell = new ProcessBuilder("bash", "-c", "set -eo pipefail\n" + script)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(shell.exitValue(), said);
    }

    private static String block(List<String> blocks, String marker) {
        return blocks.stream()
                .filter(block -> block.contains(marker))
                .findFirst()
                .orElseThrow();
    }

    private static String issuer() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    }
}
