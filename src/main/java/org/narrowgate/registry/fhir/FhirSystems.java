package org.narrowgate.registry.fhir;

/** The systems that identifiers and codes are of. */
final class FhirSystems {
    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /** Of primary care areas: GSS codes of the form E54000001. */
    static final String AREA_CODE = "https://fhir.hl7.org.uk/Id/ons-code";

    private FhirSystems() {}
}
