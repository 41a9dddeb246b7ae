package org.narrowgate.api.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.narrowgate.disclosure.WithheldField.Treatment;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;

/** What an answer can hold of one field. */
@Type("FieldEntitlement")
@Description("What an answer can hold of one field of Person.")
public record FieldEntitlementAnswer(
        @NonNull @Description("Path in Person, for example `address.postcode`.")
        String field,

        @NonNull @Description("What becomes of it.") Treatment treatment,

        @Nullable @Description("What is left of a generalised field: `year`, `month`, `district` or `initials`.")
        String generalisedTo) {
    /** Every field of the catalogue, in its order. */
    static List<FieldEntitlementAnswer> all(Map<Field, FieldTreatment> treatments) {
        return Arrays.stream(Field.values())
                .map(field -> of(field, treatments.getOrDefault(field, new FieldTreatment.Withhold())))
                .toList();
    }

    private static FieldEntitlementAnswer of(Field field, FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release _ -> new FieldEntitlementAnswer(field.path(), Treatment.RELEASED, null);
            case FieldTreatment.Generalise generalise ->
                new FieldEntitlementAnswer(
                        field.path(),
                        Treatment.GENERALISED,
                        generalise.precision().word());
            case FieldTreatment.Withhold _ -> new FieldEntitlementAnswer(field.path(), Treatment.WITHHELD, null);
        };
    }
}
