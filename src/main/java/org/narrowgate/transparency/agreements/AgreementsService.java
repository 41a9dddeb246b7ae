package org.narrowgate.transparency.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

/** The public register of agreements and of policy versions. */
@ApplicationScoped
public class AgreementsService {
    private final PolicyVersions versions;
    private final Clock clock;
    private final Differences differences = new Differences();
    // Published versions never change: only those published since have to be read.
    private volatile List<PolicyVersion> known = List.of();

    AgreementsService(PolicyVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** The register as of this moment. */
    public PublicRegister register() {
        var succession = new Succession(published(), clock.instant());
        return new PublicRegister(
                new AgreementRegister(succession, differences).agreements(),
                succession.versions().reversed().stream()
                        .map(version -> new RegisteredVersion(version, succession.stateOf(version)))
                        .toList());
    }

    /** A version by its number, as it was published. */
    public Optional<PolicyVersion> version(int number) {
        return known.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .or(() -> versions.version(number));
    }

    private List<PolicyVersion> published() {
        var before = known;
        var since = IntStream.iterate(before.size() + 1, number -> number + 1)
                .mapToObj(versions::version)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        if (since.isEmpty()) {
            return before;
        }
        var all = Stream.concat(before.stream(), since.stream()).toList();
        known = all;
        return all;
    }
}
