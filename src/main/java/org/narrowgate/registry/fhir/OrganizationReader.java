package org.narrowgate.registry.fhir;

import java.util.List;
import java.util.Optional;
import org.narrowgate.registry.PracticeRecord;

/**
 * Reads a general practice from a FHIR R4 {@code Organization}: its ODS code from {@code identifier}, its area code
 * from {@code partOf.identifier.value}, {@code name}, and the first {@code address}.
 */
public final class OrganizationReader {
    private OrganizationReader() {}

    /** @param line one {@code Organization} as JSON in UTF-8 */
    public static PracticeRecord read(byte[] line) throws UnreadableResourceException {
        var organization = Part.resource(line, "Organization");
        var areaCode = Optional.<String>empty();
        var partOf = organization.part("partOf");
        if (partOf.isPresent()) {
            var identifier = partOf.get().part("identifier");
            areaCode = identifier.isPresent() ? identifier.get().text("value") : areaCode;
        }
        var addresses = organization.each("address");
        var address = addresses.isEmpty() ? Optional.<Part>empty() : Optional.of(addresses.getFirst());
        return new PracticeRecord(
                odsCode(organization),
                organization.text("name"),
                areaCode,
                address.isPresent() ? address.get().texts("line") : List.of(),
                address.isPresent() ? address.get().text("postalCode") : Optional.empty());
    }

    private static String odsCode(Part organization) throws UnreadableResourceException {
        for (var identifier : organization.each("identifier")) {
            if (FhirSystems.ODS_CODE.equals(identifier.text("system").orElse(""))) {
                return identifier.text("value").orElseThrow(() -> identifier.fault("holds no ODS code"));
            }
        }
        throw new UnreadableResourceException("no ODS code");
    }
}
