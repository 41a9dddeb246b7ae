package org.narrowgate.registry.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Period;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PersonRecord.Validity;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.Protection;

/** Writes people and practices as FHIR R4 resources, shaped as the NHS Personal Demographics Service gives them. */
final class ResourceWriter {
    private ResourceWriter() {}

    static void write(PersonRecord person, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("resourceType", "Patient");
        json.writeStringField("id", person.nhsNumber().digits());
        json.writeArrayFieldStart("identifier");
        identifier(FhirSystems.NHS_NUMBER, person.nhsNumber().digits(), Period.ALWAYS, json);
        json.writeEndArray();
        security(person.protection(), json);
        validity(person.validity(), json);
        names(person.names(), json);
        if (person.gender().isPresent()) {
            json.writeStringField("gender", person.gender().get().name().toLowerCase(Locale.ROOT));
        }
        optional("birthDate", person.birthDate().map(PartialDate::iso), json);
        death(person.death(), json);
        homes(person.homes(), json);
        registrations(person.registrations(), json);
        json.writeEndObject();
    }

    static void write(PracticeRecord practice, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("resourceType", "Organization");
        json.writeStringField("id", practice.odsCode());
        json.writeArrayFieldStart("identifier");
        identifier(FhirSystems.ODS_CODE, practice.odsCode(), Period.ALWAYS, json);
        json.writeEndArray();
        optional("name", practice.name(), json);
        json.writeArrayFieldStart("address");
        json.writeStartObject();
        strings("line", practice.addressLines(), json);
        optional("postalCode", practice.postcode(), json);
        json.writeEndObject();
        json.writeEndArray();
        if (practice.areaCode().isPresent()) {
            json.writeObjectFieldStart("partOf");
            json.writeFieldName("identifier");
            identifier(FhirSystems.AREA_CODE, practice.areaCode().get(), Period.ALWAYS, json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void security(Protection protection, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("meta");
        json.writeArrayFieldStart("security");
        json.writeStartObject();
        json.writeStringField("system", FhirSystems.CONFIDENTIALITY);
        json.writeStringField("code", protection.code());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void validity(Validity validity, JsonGenerator json) throws IOException {
        switch (validity) {
            case Validity.Valid ignored -> json.writeBooleanField("active", true);
            case Validity.Invalidated ignored -> json.writeBooleanField("active", false);
            case Validity.Superseded superseded -> {
                json.writeBooleanField("active", false);
                json.writeArrayFieldStart("link");
                json.writeStartObject();
                json.writeStringField("type", "replaced-by");
                json.writeObjectFieldStart("other");
                json.writeFieldName("identifier");
                identifier(FhirSystems.NHS_NUMBER, superseded.by().digits(), Period.ALWAYS, json);
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndArray();
            }
        }
    }

    private static void names(List<PersonRecord.Name> names, JsonGenerator json) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("name");
        for (var name : names) {
            json.writeStartObject();
            json.writeStringField("use", name.use().code());
            period(name.period(), json);
            strings("given", name.given(), json);
            optional("family", name.family(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void homes(List<PersonRecord.Address> homes, JsonGenerator json) throws IOException {
        if (homes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("address");
        for (var home : homes) {
            json.writeStartObject();
            json.writeStringField("use", "home");
            period(home.period(), json);
            strings("line", home.lines(), json);
            optional("postalCode", home.postcode(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void registrations(List<PersonRecord.Registration> registrations, JsonGenerator json)
            throws IOException {
        if (registrations.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("generalPractitioner");
        for (var registration : registrations) {
            json.writeStartObject();
            json.writeStringField("type", "Organization");
            json.writeFieldName("identifier");
            identifier(FhirSystems.ODS_CODE, registration.odsCode(), registration.period(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void death(Optional<PersonRecord.Death> death, JsonGenerator json) throws IOException {
        if (death.isEmpty()) {
            return;
        }
        if (death.get().on().isPresent()) {
            json.writeStringField("deceasedDateTime", death.get().on().get().iso());
        } else {
            json.writeBooleanField("deceasedBoolean", true);
        }
    }

    private static void identifier(String system, String value, Period period, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("system", system);
        json.writeStringField("value", value);
        period(period, json);
        json.writeEndObject();
    }

    private static void period(Period period, JsonGenerator json) throws IOException {
        if (period.equals(Period.ALWAYS)) {
            return;
        }
        json.writeObjectFieldStart("period");
        optional("start", period.start().map(PartialDate::iso), json);
        optional("end", period.end().map(PartialDate::iso), json);
        json.writeEndObject();
    }

    private static void strings(String name, List<String> values, JsonGenerator json) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void optional(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
