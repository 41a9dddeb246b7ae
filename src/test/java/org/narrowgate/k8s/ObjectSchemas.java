package org.narrowgate.k8s;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What every kind of object may hold: Kubernetes' own by the models of its Java client, those of the Prometheus operator
 * and the Gateway API by fabric8's, and those of which no model is in Maven Central by schemas of what is used of them.
 */
final class ObjectSchemas {
    private static final Path WRITTEN_HERE = Path.of("src", "test", "resources", "k8s", "schemas");

    private ObjectSchemas() {}

    /** What is wrong with it; nothing where it would be taken. */
    static List<String> faultsOf(Manifest manifest) {
        return switch (manifest.group()) {
            case "monitoring.coreos.com" ->
                FabricModels.faultsOf("io.fabric8.openshift.api.model.monitoring", manifest);
            case "gateway.networking.k8s.io" ->
                FabricModels.faultsOf("io.fabric8.kubernetes.api.model.gatewayapi", manifest);
            case "postgresql.cnpg.io", "barmancloud.cnpg.io", "external-secrets.io" -> bySchema(manifest);
            default -> KubernetesModels.faultsOf(manifest);
        };
    }

    private static List<String> bySchema(Manifest manifest) {
        try {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(WRITTEN_HERE.resolve(manifest.kind() + ".json")));
            return schema.validate(manifest.json().toString(), InputFormat.JSON).stream()
                    .map(String::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
