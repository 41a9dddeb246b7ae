package org.narrowgate.transparency.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.governance.stop.StopEvents;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

/** The public register of agreements and of policy versions. */
@ApplicationScoped
public class AgreementsService {
    private final PublishedVersions published;
    private final PolicyVersions versions;
    private final StopEvents stops;
    private final Differences differences = new Differences();
    // Published versions never change: each is read once.
    private final Map<Integer, PolicyVersion> known = new ConcurrentHashMap<>();

    AgreementsService(PublishedVersions published, PolicyVersions versions, StopEvents stops) {
        this.published = published;
        this.versions = versions;
        this.stops = stops;
    }

    /** The register as of this moment, by the clock that says what is in force. */
    public PublicRegister register() {
        var all = published.all();
        var succession = new Succession(all.stream().map(this::version).toList(), published.now());
        return new PublicRegister(
                new AgreementRegister(succession, stops.all(), differences).agreements(),
                all.stream()
                        .map(each -> new RegisteredVersion(
                                each, version(each).policy().document().title()))
                        .toList());
    }

    /** The document of a version, byte for byte as it was published. */
    public Optional<String> text(int number) {
        return published.text(number);
    }

    private PolicyVersion version(PublishedVersion each) {
        return known.computeIfAbsent(
                each.number(), number -> versions.version(number).orElseThrow());
    }
}
